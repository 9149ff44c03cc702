/** Where the platform under test listens; another port lets two checkouts run their journeys side by side. */
export const port = process.env.E2E_PORT ?? '4310';
export const address = `http://localhost:${port}`;
