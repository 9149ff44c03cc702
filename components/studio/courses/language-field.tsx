import { SelectField } from '@/components/ui/select-field';

const tags = [
  ...['en', 'zh-Hans', 'zh-Hant', 'ar', 'bn', 'cs', 'da', 'de', 'el', 'es', 'fa', 'fi', 'fr', 'he', 'hi'],
  ...['hu', 'id', 'it', 'ja', 'ko', 'ms', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'sw', 'th', 'tr'],
  ...['uk', 'ur', 'vi'],
];

/** A language in English and in itself: "Simplified Chinese (简体中文)". */
function languageWords(tag: string): string {
  const nameIn = (language: string) => new Intl.DisplayNames(language, { type: 'language' }).of(tag);
  try {
    const [english, own] = [nameIn('en'), nameIn(tag)];
    return english === own || own === undefined ? (english ?? tag) : `${english} (${own})`;
  } catch {
    return tag;
  }
}

/** The language a course is written in; one that is not in the list stays what it is. */
export function LanguageField({ defaultValue }: { defaultValue: string }) {
  const listed = defaultValue === '' || tags.includes(defaultValue) ? tags : [defaultValue, ...tags];
  return (
    <SelectField
      name="language"
      label="Language"
      hint="In which it is written: browsers and screen readers go by it."
      defaultValue={defaultValue || 'en'}
      options={listed.map((tag) => ({ value: tag, label: languageWords(tag) }))}
    />
  );
}
