#include "report/common.h"

#include "unit/report/fixture_report.h"

#define SAID(number, more) "<relation source='" number "' is='equal' target='" number "' " more "/>\n"
#define THREE CLAUSE("1", "", "") CLAUSE("2", "", "") CLAUSE("3", "", "")
#define STANDARDS                                                                                                      \
  DOC(EDITION("a:1", THREE) EDITION("b:1", THREE) MAPPING(                                                             \
      "a:1", "b:1", SAID("1", "confidence='0.9' status='reviewed'") SAID("2", "confidence='0.75'") SAID("3", "")))

static void take(imsi_vec *rows, const uint32_t *indices, size_t count)
{
  for (size_t i = 0; i < count; i++)
    cr_assert_eq(imsi_vec_push(rows, &indices[i]), IMS_OK);
}

static void expect_confidence(const uint32_t *indices, size_t count, const char *expected)
{
  ims_model *model = fixture_model(STANDARDS);
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_strbuf text = { 0 };
  take(&rows, indices, count);
  imsi_name_confidence(model, &rows, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), expected);
  imsi_strbuf_free(&text);
  imsi_vec_free(&rows);
  ims_model_free(model);
}

Test(common_rows, a_chain_is_as_sure_as_its_weakest_row)
{
  expect_confidence((const uint32_t[]){ 0, 1 }, 2, "0.75");
  expect_confidence((const uint32_t[]){ 0, 1, 2 }, 3, "");
  expect_confidence((const uint32_t[]){ 0 }, 0, "");
}

static void expect_standing(const uint32_t *indices, size_t count, const char *expected)
{
  static const ims_column column = { "a", "A", IMS_COLUMN_ID, false };
  ims_model *model = fixture_model(STANDARDS);
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_table *table = imsi_table_new("t", &column, 1);
  ims_table *finished = NULL;
  take(&rows, indices, count);
  imsi_note_standing(model, "It rests on ", &rows, table);
  cr_assert_eq(imsi_table_end(table, &finished), IMS_OK);
  fixture_expect_notes(finished, expected);
  ims_table_free(finished);
  imsi_vec_free(&rows);
  ims_model_free(model);
}

Test(common_rows, each_row_counts_once)
{
  expect_standing((const uint32_t[]){ 1, 0, 1, 2, 0 }, 5,
                  "It rests on 3 stated rows: 0 verified against a licensed copy, 1 reviewed (a second, independent "
                  "reading agreed, or a third settled it), 2 proposed.\n");
  expect_standing(
      (const uint32_t[]){ 0 }, 1,
      "It rests on 1 stated row: 0 verified against a licensed copy, 1 reviewed (a second, independent reading "
      "agreed, or a third settled it), 0 proposed.\n");
  expect_standing((const uint32_t[]){ 0 }, 0,
                  "It rests on 0 stated rows: 0 verified against a licensed copy, 0 reviewed (a second, independent "
                  "reading agreed, or a third settled it), 0 proposed.\n");
}
