#include "ims/review.h"

#include "unit/report/fixture_report.h"

#define MODEL                                                                                                          \
  DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION("b:1", CLAUSE("7", "", ""))                      \
          MAPPING("a:1", "b:1", ROW("4", "subset", "7") NONE("5")))
#define HEAD "set,source,is,target,accept,dispute,reviewer,date,comment\n"

/* The overlay of a sheet; free it. */
static void write_overlay(const ims_model *model, const char *sheet, ims_memory *overlay)
{
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_assert_eq(ims_review_decisions(model, "s", sheet, strlen(sheet), fixture_sink(&diags), &table), IMS_OK);
  cr_assert_str_eq(fixture_messages(&diags), "");
  cr_assert_eq(ims_review_overlay.write(table, &(ims_write_options){ 0 }, ims_sink_memory(overlay)), IMS_OK);
  ims_table_free(table);
  fixture_diags_free(&diags);
}

Test(write_review, there_is_a_review_for_each_reader_and_date)
{
  ims_model *model = fixture_model(MODEL);
  ims_memory overlay = { 0 };
  write_overlay(model,
                HEAD "a:1--b:1,a:1/5,none,b:1,,x,\"A & \"\"B\"\"\",2026-11-28,\"1 < 2\nand more\"\n"
                     "a:1--b:1,a:1/4,subset,b:1/7,x,,\"A & \"\"B\"\"\",2026-11-28,\n"
                     "a:1--b:1,a:1/4,subset,b:1/7,x,,C,2026-01-01,\n",
                &overlay);
  cr_expect_str_eq(overlay.data, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<imsmap version=\"1\">\n"
                                 "  <review by=\"C\" on=\"2026-01-01\">\n"
                                 "    <accept set=\"a:1--b:1\" source=\"4\" target=\"7\" is=\"subset\"/>\n"
                                 "  </review>\n"
                                 "  <review by=\"A &amp; &quot;B&quot;\" on=\"2026-11-28\">\n"
                                 "    <accept set=\"a:1--b:1\" source=\"4\" target=\"7\" is=\"subset\"/>\n"
                                 "    <dispute set=\"a:1--b:1\" source=\"5\" is=\"none\">\n"
                                 "      <note>1 &lt; 2 and more</note>\n    </dispute>\n"
                                 "  </review>\n</imsmap>\n");
  ims_memory_free(&overlay);
  ims_model_free(model);
}

Test(write_review, what_is_written_is_loaded_and_counts)
{
  ims_model *model = fixture_model(MODEL), *again;
  ims_memory overlay = { 0 };
  write_overlay(model, HEAD "a:1--b:1,a:1/4,subset,b:1/7,x,,Ann,2026-11-28,Yes.\n", &overlay);
  cr_expect_eq(ims_relation_at(model, 0).standing, IMS_PROPOSED);
  fixture_diags diags = { 0 };
  ims_loader *loader = NULL;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(&diags), &loader), IMS_OK);
  cr_assert_eq(ims_loader_memory(loader, "m.xml", MODEL, strlen(MODEL)), IMS_OK);
  cr_assert_eq(ims_loader_memory(loader, "o.xml", overlay.data, overlay.size), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &again), IMS_OK);
  ims_loader_free(loader);
  cr_expect_eq(ims_relation_at(again, 0).standing, IMS_REVIEWED);
  cr_expect_str_eq(ims_relation_at(again, 0).review, "accepted by Ann on 2026-11-28: Yes.");
  fixture_diags_free(&diags);
  ims_memory_free(&overlay);
  ims_model_free(again);
  ims_model_free(model);
}

Test(write_review, no_decision_is_an_empty_file)
{
  ims_model *model = fixture_model(MODEL);
  ims_memory overlay = { 0 };
  write_overlay(model, HEAD, &overlay);
  cr_expect_str_eq(overlay.data, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<imsmap version=\"1\">\n</imsmap>\n");
  ims_memory_free(&overlay);
  ims_model_free(model);
}
