import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <Page width="text">
      <PageTitle lead="There is nothing at this address, or it is not for you to see.">Not found</PageTitle>
      <ButtonLink href="/courses">See the courses</ButtonLink>
    </Page>
  );
}
