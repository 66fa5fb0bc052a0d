#include "unit/write/fixture.h"

Test(registry, formats_are_found_by_name_and_by_extension)
{
  static const struct {
    const char *asked;
    const ims_format *format;
  } cases[] = {
    { "text", &imsi_format_text },   { "txt", &imsi_format_text },  { "csv", &imsi_format_csv },
    { "tsv", &imsi_format_tsv },     { "json", &imsi_format_json }, { "md", &imsi_format_md },
    { "markdown", &imsi_format_md }, { "xlsx", &imsi_format_xlsx }, { "docx", &imsi_format_docx },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_eq(ims_format_find(cases[i].asked), cases[i].format, "%s", cases[i].asked);
}

Test(registry, what_is_unknown_is_not_found)
{
  static const char *const asked[] = { "", "tex", "texts", "TEXT", ".md", "gif" };
  for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
    cr_expect_null(ims_format_find(asked[i]), "%s", asked[i]);
}

Test(registry, every_format_is_complete_and_can_be_found)
{
  size_t count = 0;
  const ims_format *const *formats = ims_formats(&count);
  cr_assert_geq(count, 7);
  for (size_t i = 0; i < count; i++) {
    cr_assert(formats[i]->name && formats[i]->extension && formats[i]->summary && formats[i]->write, "format %zu", i);
    cr_expect_eq(ims_format_find(formats[i]->name), formats[i], "%s", formats[i]->name);
    cr_expect_eq(ims_format_find(formats[i]->extension), formats[i], "%s", formats[i]->extension);
  }
}

Test(registry, text_comes_first)
{
  size_t count;
  cr_expect_eq(ims_formats(&count)[0], &imsi_format_text);
}
