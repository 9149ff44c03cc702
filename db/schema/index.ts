export * from './accounts';
export * from './courses';
export * from './learning';
export * from './operations';
