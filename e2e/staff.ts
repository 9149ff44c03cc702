import type { Page } from '@playwright/test';
import { zipOfFiles } from '@/test/archives';
import { address } from './address';
import { demo, expect, registerAndConfirm } from './fixtures';
import type { Who } from './people';

/** Where the journeys run; every post to a door of our own names it. */
export const ownOrigin = (_page?: Page): string => address;

/** By the pages, somebody new whom an admin makes an instructor; not signed in yet. */
export async function newInstructor(page: Page, admin: Page): Promise<Who> {
  const who = await registerAndConfirm(page, admin);
  await admin.goto(`/admin/people?search=${encodeURIComponent(who.email)}`);
  await admin
    .getByRole('link', { name: /Lin Learner/ })
    .first()
    .click();
  await admin.waitForURL(/\/admin\/people\/.+/);
  await admin.getByRole('combobox', { name: 'Role' }).selectOption('instructor');
  // Given once, it counts for ten minutes.
  const proof = admin.getByLabel('Your own password');
  if (await proof.isVisible()) await proof.fill(demo.admin.password);
  await admin.getByRole('button', { name: 'Change the role' }).click();
  await expect(admin.getByText('The role is changed.')).toBeVisible();
  return who;
}

/** What the door of imports says to an archive. */
export async function uploadArchive(page: Page, archive: Buffer, name = 'course.zip') {
  const answer = await page.request.post('/api/teach/import', {
    headers: { origin: ownOrigin(page), accept: 'application/json' },
    multipart: { file: { name, mimeType: 'application/zip', buffer: archive } },
  });
  const body = (await answer.json()) as { location?: string; message?: string; code?: string };
  return { status: answer.status(), ...body };
}

/** Makes a course of files, as somebody who imports an archive. */
export async function importCourse(page: Page, slug: string, files: Record<string, string | Buffer>) {
  const { location } = await uploadArchive(page, zipOfFiles(files));
  await page.goto(location ?? '');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Make this course' }).click();
  await page.waitForURL(`/teach/${slug}/outline`);
}

/** The ids of the files of a draft: by its path of what the lessons share, by its title of a lesson. */
export async function fileIds(page: Page, slug: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [room, link] of [
    ['files', 'a.ed-file'],
    ['outline', 'a.toc-title'],
  ] as const) {
    await page.goto(`/teach/${slug}/${room}`);
    for (const [name, href] of await page
      .locator(link)
      .evaluateAll((all) =>
        all.map((a) => [
          a.querySelector('.ed-file-path')?.textContent ?? a.textContent,
          a.getAttribute('href'),
        ]),
      )) {
      found.set((name ?? '').trim(), (href ?? '').split('/').at(-1) ?? '');
    }
  }
  return found;
}

/** Publishes the draft, which nothing stops. */
export async function publishCourse(page: Page, slug: string): Promise<void> {
  await page.goto(`/teach/${slug}/publish`);
  await expect(page.getByText('Nothing stops it.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.waitForURL(/\/editions\?/);
}
