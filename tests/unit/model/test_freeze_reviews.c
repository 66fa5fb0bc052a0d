#include "unit/fixture_model.h"

#define ROWS                                                                                                           \
  "<edition id='a:1' name='A'><clause number='4' force='own'/><clause number='5' force='own'/></edition>"              \
  "<edition id='b:1' name='B'><clause number='4' force='own'/></edition>"                                              \
  "<mapping-set id='m' source='a:1' target='b:1'>"                                                                     \
  "<relation source='4' is='subset' target='4'/><none source='5'/></mapping-set>\n"

static ims_row relation(const ims_model *model)
{
  return ims_relation_at(model, 0);
}

Test(freeze_reviews, what_is_accepted_is_reviewed_and_says_by_whom)
{
  ims_model *model = fixture_model(DOC(ROWS "<review by='Ann' on='2026-11-28'>"
                                            "<accept set='m' source='4' target='4' is='subset'/>"
                                            "<accept set='m' source='5' is='none'/></review>"));
  cr_expect_eq(relation(model).standing, IMS_REVIEWED);
  cr_expect_str_eq(relation(model).review, "accepted by Ann on 2026-11-28");
  cr_expect_eq(ims_verdict_at(model, 0).standing, IMS_REVIEWED);
  ims_model_free(model);
}

Test(freeze_reviews, what_is_disputed_is_proposed_again_with_the_reason)
{
  ims_model *model = fixture_model(DOC(ROWS "<review by='Bob' on='2026-12'><dispute set='m' source='4' target='4' "
                                            "is='subset'><note>not all of it</note></dispute></review>"));
  cr_expect_eq(relation(model).standing, IMS_PROPOSED);
  cr_expect_str_eq(relation(model).review, "disputed by Bob on 2026-12: not all of it");
  ims_model_free(model);
}

Test(freeze_reviews, a_dispute_outweighs_whatever_is_accepted_in_any_order)
{
#define ANN "<review by='Ann' on='2026-11-28'><accept set='m' source='4' target='4' is='subset'/></review>"
#define BOB "<review by='Bob' on='2026-11-01'><dispute set='m' source='4' target='4' is='subset'/></review>"
  static const char *const orders[] = { DOC(ROWS ANN BOB), DOC(ROWS BOB ANN) };
  for (size_t i = 0; i < 2; i++) {
    fixture_diags said = { 0 };
    ims_model *model;
    cr_assert_eq(fixture_load_bytes(orders[i], strlen(orders[i]), &said, &model), IMS_OK);
    cr_expect_eq(relation(model).standing, IMS_PROPOSED);
    cr_expect_str_eq(relation(model).review, "accepted by Ann on 2026-11-28; disputed by Bob on 2026-11-01");
    cr_expect(strstr(fixture_messages(&said), "was accepted, and is disputed by 'Bob'"), "%s", fixture_messages(&said));
    fixture_diags_free(&said);
    ims_model_free(model);
  }
}

Test(freeze_reviews, a_row_that_has_changed_since_is_as_unread_as_before)
{
  const char *xml =
      DOC(ROWS "<review by='Ann' on='2026-11-28'><accept set='m' source='4' target='4' is='equal'/></review>");
  fixture_diags said = { 0 };
  ims_model *model;
  cr_assert_eq(fixture_load_bytes(xml, strlen(xml), &said, &model), IMS_OK);
  cr_expect_eq(relation(model).standing, IMS_PROPOSED);
  cr_expect_str_eq(relation(model).review, "");
  cr_expect(strstr(fixture_messages(&said), "it was of 'equal', and the row says 'subset'"), "%s",
            fixture_messages(&said));
  fixture_diags_free(&said);
  ims_model_free(model);
}
