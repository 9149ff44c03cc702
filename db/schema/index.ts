export * from './accounts';
export * from './courses';
export * from './drafts';
export * from './enrollment';
export * from './learning';
export * from './operations';
