import { contract } from '@/features/enrollment/api/contract';
import { apiDoor } from '@/server/api';

export const GET = apiDoor(contract.enrollments);

export const POST = apiDoor(contract.enroll);
