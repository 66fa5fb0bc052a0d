#include "unit/fixture_model.h"

#define STANDARDS                                                                                                      \
  "<basis id='b' title='B'/><edition id='a:1' name='A'><clause number='4' force='own'><provision id='1'>"              \
  "<gist>x</gist></provision></clause></edition><edition id='a:2' name='A'><clause number='5' force='own'/>"           \
  "</edition>\n"

Test(freeze_lookup, an_unknown_reference_says_where_the_name_exists)
{
  fixture_expect_messages(DOC(STANDARDS "<topic id='t' title='T'>\n<member edition='a:1' of='5'/></topic>"),
                          "4:1 topic points to unknown clause 'a:1/5'; it is in a:2\n");
}

Test(freeze_lookup, an_unknown_basis_is_reported_wherever_it_is_named)
{
  fixture_expect(
      DOC("<edition id='a:1' name='A'\n basis='x'>\n<amendment id='m' basis='x'/>\n"
          "<term id='t' name='t' basis='x'><gist>x</gist></term>\n<clause number='4' force='own' basis='x'>\n"
          "<provision id='1' basis='x'><gist>x</gist>\n<duty kind='record' verb='retain' basis='x'>x</duty>"
          "</provision></clause></edition>"),
      "2:1 unknown-reference; 5:1 unknown-reference; 6:1 unknown-reference; 7:1 unknown-reference; "
      "4:1 unknown-reference; 8:1 unknown-reference");
  fixture_expect_messages(DOC("<edition id='a:1' name='A' basis='x'/>"), "2:1 basis points to unknown basis 'x'\n");
}

Test(freeze_lookup, a_basis_may_come_in_any_file)
{
  const fixture_file files[] = {
    { "1.xml", DOC("<edition id='a:1' name='A' basis='b'/>"), 0 },
    { "2.xml", DOC("<basis id='b' title='B'/>"), 0 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  cr_expect_str_eq(fixture_messages(&diags), "");
  ims_model_free(model);
  fixture_diags_free(&diags);
}
