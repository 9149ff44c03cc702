import type { NextConfig } from 'next';

/** The built-in contracts of the machine that an example runs on, of which none is called there. */
const curves = ['secp256k1', 'nist', 'bn254', 'bls12-381'].map(
  (name) => [`@noble/curves/${name}.js`, { browser: './kinds/solidity/example/no-curves.mjs' }] as const,
);

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check` with the native compiler, which the build cannot drive.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'nodemailer', 'sharp'],
  turbopack: { resolveAlias: Object.fromEntries(curves) },
  images: { remotePatterns: [], maximumRedirects: 0 },
  productionBrowserSourceMaps: false,
  devIndicators: false,
  // A long text that is saved without JavaScript is a form of its own: a lesson may have 2 MB.
  experimental: { serverActions: { bodySizeLimit: '5mb' } },
};

export default config;
