import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '../../../server/src/core/embeddings/encoder';
import { energies } from '../../../server/src/core/energies/energy';
import { modelFolder } from '../../../server/src/node/encoder/modelFolder';
import { startKernelEncoder } from '../../support/kernel';

/** In each script a text, the same with one word moved or left away, and one about another thing. */
const TEXTS: Readonly<Record<string, readonly [text: string, near: string, other: string]>> = {
  Cyrillic: [
    'Функция открывает файл и читает его содержимое целиком.',
    'Функция открывает файл и целиком читает его содержимое.',
    'Соединение с базой данных не устанавливается повторно после ошибки.',
  ],
  Greek: [
    'Η συνάρτηση ανοίγει το αρχείο και διαβάζει όλα τα περιεχόμενά του.',
    'Η συνάρτηση ανοίγει το αρχείο και διαβάζει τα περιεχόμενά του.',
    'Η σύνδεση με τη βάση δεν γίνεται ξανά μετά από σφάλμα.',
  ],
  Hangul: [
    '이 함수는 파일을 열고 모든 내용을 끝까지 읽습니다.',
    '이 함수는 파일을 열고 내용을 끝까지 읽습니다.',
    '데이터베이스 연결은 오류가 난 뒤에 다시 시도되지 않습니다.',
  ],
  Japanese: [
    'この関数はファイルを開いて内容をすべて読み込みます。',
    'この関数はファイルを開いて内容を読み込みます。',
    'データベースへの接続はエラーの後に再試行されません。',
  ],
  Chinese: [
    '此函数打开文件并读取其全部内容。',
    '此函数打开文件并读取其内容。',
    '发生错误后不会重新连接到数据库。',
  ],
  Arabic: [
    'تفتح هذه الدالة الملف وتقرأ محتواه كله حتى النهاية.',
    'تفتح هذه الدالة الملف وتقرأ محتواه حتى النهاية.',
    'لا يعاد الاتصال بقاعدة البيانات بعد حدوث خطأ.',
  ],
  Hebrew: [
    'הפונקציה פותחת את הקובץ וקוראת את כל תוכנו עד הסוף.',
    'הפונקציה פותחת את הקובץ וקוראת את תוכנו עד הסוף.',
    'החיבור למסד הנתונים אינו נוצר מחדש אחרי שגיאה.',
  ],
};

let encoder: Encoder;
beforeAll(async () => {
  encoder = await startKernelEncoder(modelFolder('models/encoder'));
});

// Every word outside the vocabulary was one token once, and all texts in such a script the same.
describe('the shipped model', () => {
  it.each(Object.entries(TEXTS))('tells texts in %s apart by their words', async (_, texts) => {
    const [text, near, other] = (await encoder.encode(texts)) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    expect(energies.euclidean(text, near)).toBeLessThan(0.6);
    expect(energies.euclidean(text, other)).toBeGreaterThan(0.7);
  });
});
