import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check` with the native compiler, which the build cannot drive.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'nodemailer', 'sharp'],
  images: { remotePatterns: [], maximumRedirects: 0 },
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // A long text that is saved without JavaScript is a form of its own: a lesson may have 2 MB.
  experimental: { serverActions: { bodySizeLimit: '5mb' } },
};

export default config;
