#include "sql/request.h"

#include "unit/sql/fixture_sql.h"

Test(request, lists_may_have_blanks_and_empty_places)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_same(model, "SELECT * FROM correlate('a:2', 'h:1,c:1')",
                      "SELECT * FROM correlate('a:2', ' h:1 , ,c:1,')");
  ims_model_free(model);
}

Test(request, a_list_of_nothing_is_nothing)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT * FROM correlate('a:2', ' , ')",
                        "the input is invalid\nquery:0:0 missing-argument: 'correlate' needs to be told: a standard to "
                        "set beside it\n");
  ims_model_free(model);
}

Test(request, flags_are_given_or_not)
{
  static const char *const on[] = { "1", "'yes'", "'TRUE'", "true" };
  static const char *const off[] = { "0", "'no'", "'false'", "''", "NULL", "false" };
  ims_model *model = fixture_model(complete_document());
  char text[128];
  for (size_t i = 0; i < sizeof on / sizeof *on; i++) {
    snprintf(text, sizeof text, "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = %s", on[i]);
    fixture_expect_same(model, "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = 1", text);
  }
  for (size_t i = 0; i < sizeof off / sizeof *off; i++) {
    snprintf(text, sizeof text, "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = %s", off[i]);
    fixture_expect_same(model, "SELECT * FROM correlate('a:2', 'h:1')", text);
  }
  ims_model_free(model);
}

Test(request, a_number_is_taken_as_text)
{
  ims_model *model = fixture_model(DOC("<edition id='5' name='Five' default='yes'>" CLAUSE("1", "", "") "</edition>"));
  fixture_expect_answer(model, "SELECT number FROM show(5)", "1\n");
  ims_model_free(model);
}

Test(request, two_values_of_one_parameter_are_never_both_true)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model, "SELECT count(*) FROM show WHERE reference = 'a:2/4' AND reference = 'a:2/5'", "0\n");
  ims_model_free(model);
}
