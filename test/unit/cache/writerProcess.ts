import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { embedThrough, makeTexts, openStore } from './support';

/*
 * A process of its own that writes to a cache: `FOLDER SUBJECT COUNT` embeds that many texts and ends; with COUNT 0
 * it goes on writing until it is killed.
 */
const [folder = '', subject = '', count = ''] = process.argv.slice(2);

async function writeForever(): Promise<void> {
  const { keysOf } = await import('../../../server/src/node/cache/keysOf');
  const store = await openStore(folder);
  const texts = makeTexts(10_000, subject);
  const embeddings = await new BagOfWordsEncoder().encode(texts);
  for (let i = 0; ; i++) {
    const start = (i * 256) % 9_000;
    const batch = texts.slice(start, start + 256).map((text) => text.toLowerCase().slice(0, -1));
    store.write(keysOf(batch), embeddings.slice(start, start + 256));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

void (count === '0' ? writeForever() : embedThrough(folder, makeTexts(Number(count), subject)));
