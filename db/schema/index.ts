export * from './accounts';
export * from './courses';
export * from './drafts';
export * from './learning';
export * from './operations';
