import { contract } from '@/features/enrollment/api/contract';
import { apiDoor } from '@/server/api';

export const POST = apiDoor(contract.act);
