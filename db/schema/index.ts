export * from './accounts';
export * from './assessment';
export * from './courses';
export * from './drafts';
export * from './enrollment';
export * from './grading';
export * from './learning';
export * from './operations';
