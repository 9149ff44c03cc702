/** How many requests a page shows, and how many are answered at once. */
export const requestsPerPage = 50;
