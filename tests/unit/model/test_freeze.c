#include "unit/fixture_model.h"

Test(freeze, every_error_of_a_run_is_told)
{
  fixture_expect(
      DOC("<edition id='a:1' name='A' family='x'\n replaces='y'/>\n"
          "<mapping-set id='m' source='p' target='q'/>\n<topic id='t' title='T'>\n<member edition='z' of='1'/>"
          "</topic>"),
      "4:1 unknown-reference; 4:1 unknown-reference; 2:1 unknown-reference; 2:1 unknown-reference; "
      "6:1 unknown-reference");
}

Test(freeze, a_warning_does_not_stop_it)
{
  const fixture_file files[] = {
    { "below.xml",
      DOC("<edition id='a:1' name='A'><clause number='1' force='own'/><clause number='2' force='own'/></edition>\n"
          "<mapping-set id='m' source='a:1' target='a:1'>\n<relation source='1' is='equal' target='2'/>"
          "</mapping-set>"),
      0 },
    { "above.xml", DOC("<edition id='a:1' name='A'><clause number='1' force='own'/></edition>"), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  cr_expect_str_eq(fixture_codes(&diags), "3:1 replaced-reference");
  cr_expect_eq(diags.list[0].severity, IMS_WARNING);
  cr_expect_not_null(model);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(freeze, an_error_while_reading_is_enough_to_have_no_model)
{
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_bytes("<imsmap/>", 9, &diags, &model), IMS_INVALID);
  cr_expect_null(model);
  fixture_diags_free(&diags);
}

Test(freeze, the_order_of_files_does_not_matter)
{
  static const fixture_file files[] = {
    { "1.xml",
      DOC("<mapping-set id='m' source='a:1' target='b:1' basis='b'><relation source='1' is='equal' target='2'/>"
          "<none target='1'/></mapping-set><topic id='t' title='T'><member edition='a:1' of='1'/></topic>"),
      0 },
    { "2.xml",
      DOC("<overlay edition='b:1'><text of='2'>x</text></overlay><edition id='b:1' name='B' family='f'>"
          "<clause number='1' force='own'/><clause number='2' force='own'/></edition>"),
      0 },
    { "3.xml", DOC("<edition id='a:1' name='A' replaces='b:1'><clause number='1' force='own'/></edition>"), 0 },
    { "4.xml", DOC("<basis id='b' title='B'/><family id='f' name='F'/>"), 0 },
  };
  for (int order = 0; order < 24; order++) {
    fixture_file shuffled[4];
    int taken = 0, rest = order;
    for (int i = 0; i < 4; i++) {
      int pick = rest % (4 - i), k = 0;
      rest /= 4 - i;
      for (; taken & 1 << k || pick-- > 0; k++)
        ;
      taken |= 1 << k;
      shuffled[i] = files[k];
    }
    fixture_diags diags = { 0 };
    ims_model *model;
    cr_assert_eq(fixture_load_files(shuffled, 4, &diags, &model), IMS_OK, "%s", fixture_messages(&diags));
    cr_expect_eq(ims_relation_count(model), 1);
    cr_expect_str_eq(ims_node_overlay(model, fixture_node(model, "b:1/2")), "x");
    cr_expect_eq(ims_topic_at(model, 0)->member_count, 1);
    ims_model_free(model);
    fixture_diags_free(&diags);
  }
}
