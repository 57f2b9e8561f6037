import { startServe } from './startServe';

void startServe();
