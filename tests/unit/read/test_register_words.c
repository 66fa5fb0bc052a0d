/* Words, marks, and kinds of documents, in four languages. */
#include "base/utf8.h"
#include "read/register_sheet_internal.h"
#include "unit/fixture_model.h"

static const char *plain(const char *text)
{
  static imsi_strbuf buffer;
  imsi_strbuf_clear(&buffer);
  imsi_utf8_plain(text, &buffer);
  return imsi_strbuf_string(&buffer);
}

Test(register_words, each_word_of_our_own_means_itself)
{
  for (int field = 0; field < IMS_FIELD_COUNT; field++)
    for (int value = 1; *ims_field_word((ims_field)field, value); value++)
      cr_expect_eq(imsi_word_value((ims_field)field, plain(ims_field_word((ims_field)field, value))), value, "%s %s",
                   ims_field_key((ims_field)field), ims_field_word((ims_field)field, value));
}

Test(register_words, words_are_known_in_four_languages)
{
  static const struct {
    ims_field field;
    const char *word;
    int value;
  } cases[] = {
    { IMS_FIELD_STATUS, "Approved", IMS_VALID },
    { IMS_FIELD_STATUS, "freigegeben", IMS_VALID },
    { IMS_FIELD_STATUS, "En vigueur", IMS_VALID },
    { IMS_FIELD_STATUS, "Vigente", IMS_VALID },
    { IMS_FIELD_STATUS, "Entwurf", IMS_DRAFT },
    { IMS_FIELD_STATUS,
      "zur\xC3\xBC"
      "ckgezogen",
      IMS_OBSOLETE },
    { IMS_FIELD_KIND, "Nachweis", IMS_IS_RECORD },
    { IMS_FIELD_COVERAGE, "teilweise", IMS_CLAIM_PARTIAL },
    { IMS_FIELD_COVERAGE, "propos\xC3\xA9", IMS_CLAIM_PROPOSED },
    { IMS_FIELD_APPLICABLE, "n/a", IMS_APPLICABLE_NO },
    { IMS_FIELD_APPLICABLE, "S\xC3\xAD", IMS_APPLICABLE_YES },
    { IMS_FIELD_IMPLEMENTATION, "mis en \xC5\x93uvre", IMS_IMPLEMENTED },
    { IMS_FIELD_GRADE, "Hauptabweichung", IMS_MAJOR },
    { IMS_FIELD_GRADE, "OFI", IMS_OBSERVATION },
    { IMS_FIELD_PROGRESS, "Cerrado", IMS_PROGRESS_CLOSED },
    { IMS_FIELD_RUN_BY, "Lieferant", IMS_PARTY_EXTERNAL },
    { IMS_FIELD_EXEMPTION, "Kein Anwendungsfall", IMS_NO_OCCURRENCE },
    { IMS_FIELD_STATUS, "green", 0 },
    { IMS_FIELD_STATUS, "", 0 },
    { IMS_FIELD_STATUS, "yes", 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_word_value(cases[i].field, plain(cases[i].word)), cases[i].value, "%s", cases[i].word);
}

Test(register_words, no_word_means_two_things)
{
  /* looked up as it stands in the list, each finds the list that it is in */
  static const struct {
    ims_field field;
    int value;
    const char *words;
  } lists[] = {
#define IMSI_WORDS(field, value, words) { IMS_FIELD_##field, value, words },
#include "read/register_words.def"
  };
  char word[64];
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    for (const char *at = lists[i].words; *at; at += *at == '|') {
      const size_t size = strcspn(at, "|");
      cr_assert_lt(size, sizeof word);
      memcpy(word, at, size);
      word[size] = '\0';
      cr_expect_str_eq(plain(word), word, "%s is not as words are compared", word);
      cr_expect_eq(imsi_word_value(lists[i].field, word), lists[i].value, "%s %s", ims_field_key(lists[i].field), word);
      at += size;
    }
}

Test(register_words, marks_are_crosses_and_ticks)
{
  static const char *const yes[] = { "x", "X", "\xE2\x9C\x93", "yes", "ja", "oui", "1", "\xE2\x97\x8F" };
  static const char *const no[] = { "", "-", "no", "nein", "0", "n/a" };
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    cr_expect_eq(imsi_mark_value(yes[i], strlen(yes[i]), plain(yes[i])), 1, "%s", yes[i]);
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    cr_expect_eq(imsi_mark_value(no[i], strlen(no[i]), plain(no[i])), 0, "%s", no[i]);
  cr_expect_eq(imsi_mark_value("8.4", 3, plain("8.4")), -1);
}

Test(register_words, types_and_titles_tell_documents_from_records)
{
  static const struct {
    const char *text;
    int kind;
  } cases[] = {
    { "Policy", IMS_IS_DOCUMENT },
    { "Verfahrensanweisung", IMS_IS_DOCUMENT },
    { "Lieferantenrichtlinie", IMS_IS_DOCUMENT },
    { "Internal audit report 2026", IMS_IS_RECORD },
    { "Auditbericht", IMS_IS_RECORD },
    { "Protokoll der Managementbewertung", IMS_IS_RECORD },
    { "Informe de auditor\xC3\xAD"
      "a",
      IMS_IS_RECORD },
    { "Proc\xC3\xA9"
      "dure",
      IMS_IS_DOCUMENT },
    { "Report template", 0 }, /* both */
    { "Something", 0 },
    { "", 0 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(imsi_kind_of_words(plain(cases[i].text)), cases[i].kind, "%s", cases[i].text);
}

/* ---- names of columns ---- */

Test(register_words, each_title_and_key_of_our_own_means_its_field)
{
  fixture_diags diags = { 0 };
  ims_register_reader *reader = NULL;
  ims_model *model = fixture_model(DOC(""));
  cr_assert_eq(ims_register_reader_new(model, NULL, fixture_sink(&diags), &reader), IMS_OK);
  cr_assert_eq(imsi_columns_prepare(reader), IMS_OK);
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++) {
    size_t count;
    const ims_field *fields = ims_entry_kind_fields((ims_entry_kind)kind, &count);
    for (size_t i = 0; i < count; i++) {
      cr_expect_eq(imsi_column_mean(reader, plain(ims_field_title(fields[i])), (ims_entry_kind)kind).field, fields[i],
                   "%s: %s", ims_entry_kind_key((ims_entry_kind)kind), ims_field_title(fields[i]));
    }
  }
  ims_register_reader_free(reader);
  ims_model_free(model);
}

Test(register_words, names_of_columns_are_as_names_are_compared)
{
  static const char *const lists[] = {
#define IMSI_COLUMN(kind, field, names) names,
#define IMSI_COLUMN_ANY(field, names) names,
#include "read/register_columns.def"
  };
  char name[80];
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    for (const char *at = lists[i]; *at; at += *at == '|') {
      const size_t size = strcspn(at, "|");
      cr_assert_lt(size, sizeof name);
      memcpy(name, at, size);
      name[size] = '\0';
      cr_expect_str_eq(plain(name), name);
      at += size;
    }
}

Test(register_words, each_sheet_of_our_own_is_known_by_its_name)
{
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    for (int other = 0; other < IMS_ENTRY_KIND_COUNT; other++)
      cr_expect_eq(imsi_kind_hint(plain(ims_entry_kind_title((ims_entry_kind)kind)), (ims_entry_kind)other) >= 100,
                   kind == other, "%s", ims_entry_kind_title((ims_entry_kind)kind));
}
