#include "unit/complete_document.h"
#include "unit/fixture_model.h"

static ims_model *model;

static void set_up(void)
{
  model = fixture_model(complete_document());
}

static void tear_down(void)
{
  ims_model_free(model);
}

TestSuite(catalogue, .init = set_up, .fini = tear_down);

Test(catalogue, a_family_and_a_topic_keep_their_notes)
{
  cr_expect_str_eq(ims_family_at(model, 0)->note, "of documents");
  cr_expect_str_eq(ims_topic_at(model, 0)->note, "of a topic");
}

Test(catalogue, a_profile_is_found_by_its_edition)
{
  const ims_profile *profile = ims_profile_find(model, fixture_edition(model, "a:2"));
  cr_assert_not_null(profile);
  cr_assert_eq(profile->aspect_count, 2);
  cr_expect_eq(profile->aspects[0].name, IMS_ASPECT_SCOPE);
  cr_expect_str_eq(profile->aspects[0].text, "everything");
  cr_expect_null(ims_profile_find(model, fixture_edition(model, "a:1")));
}

Test(catalogue, an_aspect_says_what_its_profile_says_unless_it_says_otherwise)
{
  const ims_aspect *aspects = ims_profile_at(model, 0)->aspects;
  cr_expect_str_eq(aspects[0].said.basis, "b");
  cr_expect_eq(aspects[0].said.standing, IMS_REVIEWED);
  cr_expect_eq(aspects[0].said.confidence, 900);
  cr_expect_eq(aspects[1].said.standing, IMS_PROPOSED);
  cr_expect_eq(aspects[1].said.confidence, 300);
}

Test(catalogue, a_check_has_its_clauses)
{
  cr_assert_eq(ims_check_count(model), 1);
  const ims_check *check = ims_check_at(model, 0);
  cr_expect_str_eq(check->id, "T1");
  cr_expect_str_eq(check->title, "Too old");
  cr_expect_str_eq(check->group, "document");
  cr_expect_str_eq(check->gist, "what nobody has looked at for a year");
  cr_expect_str_eq(check->note, "of a check");
  cr_expect_eq(check->severity, IMS_CHECK_INFO, "as the line after it says");
  cr_expect_eq(check->severity_pos.line, check->pos.line + 5);
  cr_assert_eq(check->member_count, 1);
  cr_expect_eq(check->members[0].index, fixture_node(model, "a:2/4.1").index);
}

Test(catalogue, what_a_band_does_not_say_is_minus_one)
{
  cr_assert_eq(ims_audit_table_count(model), 1);
  const ims_audit_table *table = ims_audit_table_at(model, 0);
  cr_expect_eq(table->edition, fixture_edition(model, "a:2"));
  cr_expect_str_eq(table->source_date, "2023");
  cr_expect_eq(table->kind, IMS_AUDIT_TIME);
  cr_expect_eq(table->unit, IMS_DAYS);
  cr_assert_eq(table->band_count, 3);
  cr_expect_eq(table->bands[0].value, 1500);
  cr_expect_eq(table->bands[0].ability_from, -1);
  cr_expect_eq(table->bands[1].to, -1);
  cr_expect_eq(table->bands[1].value, -1);
  cr_expect_eq(table->bands[2].ability_to, 29);
  cr_expect_eq(table->bands[2].value, 0);
}

Test(catalogue, a_rule_is_a_number_with_its_unit)
{
  cr_assert_eq(ims_audit_rule_count(model), 1);
  const ims_audit_rule *rule = ims_audit_rule_at(model, 0);
  cr_expect_eq(rule->value, 20000);
  cr_expect_eq(rule->unit, IMS_PERCENT);
  cr_expect_str_eq(rule->gist, "at most a fifth");
  cr_expect_eq(rule->said.standing, IMS_REVIEWED);
}

Test(catalogue, guidance_is_found_from_both_ends_and_is_no_relation)
{
  const ims_node gives = fixture_node(model, "g:1/4"), gets = fixture_node(model, "a:2/4.1");
  size_t count;
  const uint32_t *given = ims_node_guidance(model, gives, false, &count);
  cr_assert_eq(count, 1);
  const ims_row row = ims_guidance_at(model, given[0]);
  cr_expect_eq(row.target.index, gets.index);
  cr_expect_eq(row.relation, IMS_CONTRADICTION);
  cr_expect_eq(row.strength, 8);
  cr_expect_str_eq(row.common, "issues");
  cr_expect_str_eq(row.note, "how to find them");
  ims_node_guidance(model, gets, true, &count);
  cr_expect_eq(count, 1);
  ims_node_relations(model, gives, false, &count);
  cr_expect_eq(count, 0);
}
