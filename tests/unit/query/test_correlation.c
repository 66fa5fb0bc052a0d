#include "query/correlation.h"

#include "unit/fixture_model.h"

#define EDITION(id, clauses) "<edition id='" id "' name='" id "'>" clauses "</edition>"
#define CLAUSE(number, more, provisions)                                                                               \
  "<clause number='" number "' force='requirement' " more ">" provisions "</clause>"
#define P(id) "<provision id='" id "'><gist>x</gist></provision>"
#define NOTE(id) "<provision id='" id "' force='guidance'><gist>x</gist></provision>"
#define ROW(source, is, target) "<relation source='" source "' is='" is "' target='" target "'/>"
#define MAPPING(rows) "<mapping-set id='m' source='a:1' target='b:1'>" rows "</mapping-set>"

/* "4.1 = 7.2 stated; ..." */
static char *pairs_of(const char *xml, const char *from, const char *to, ims_node_kind kind)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure;
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_memory memory = { 0 };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  cr_assert_eq(
      imsi_correlation_pairs(model, closure, fixture_edition(model, from), fixture_edition(model, to), kind, &pairs),
      IMS_OK);
  fixture_printf(&memory, "%s", "");
  for (size_t i = 0; i < pairs.count; i++) {
    const imsi_pair *pair = &IMSI_AT(imsi_pair, &pairs, i);
    fixture_printf(&memory, "%s%s %s %s%s", i ? "; " : "", ims_node_name(model, pair->source),
                   ims_relation_symbol(pair->relation), ims_node_name(model, pair->target),
                   pair->stated ? " stated" : "");
  }
  imsi_vec_free(&pairs);
  imsi_closure_free(closure);
  ims_model_free(model);
  return memory.data;
}

static void expect_pairs(const char *xml, const char *from, const char *to, ims_node_kind kind, const char *expected)
{
  char *got = pairs_of(xml, from, to, kind);
  cr_expect_str_eq(got ? got : "", expected, "%s to %s: %s", from, to, got ? got : "");
  free(got);
}

Test(correlation, a_counterpart_overlaps_for_certain)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("1", "", "") CLAUSE("2", "", "") CLAUSE("3", "", "") CLAUSE("4", "", ""))
                            EDITION("b:1", CLAUSE("1", "", "") CLAUSE("2", "", "") CLAUSE("3", "", ""))
                                MAPPING(ROW("1", "equal", "1") ROW("2", "disjoint", "2") ROW("3", "intersects", "1")));
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "1 = 1 stated; 3 x 1 stated");
  expect_pairs(xml, "b:1", "a:1", IMS_CLAUSE, "1 = 1 stated; 1 x 3 stated");
}

Test(correlation, only_the_most_specific_counterparts_are_shown)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", P("1")) CLAUSE("4.1", "parent='4'", P("1")))
                            EDITION("b:1", CLAUSE("7", "", "") CLAUSE("7.1", "parent='7'", "") CLAUSE(
                                               "7.1.1", "parent='7.1'", P("1")) CLAUSE("7.1.2", "parent='7.1'", P("1")))
                                MAPPING(ROW("4.1#1", "equal", "7.1.1#1") ROW("4#1", "equal", "7.1.2#1")));
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "4 ~ 7.1.2; 4.1 ~ 7.1.1");
  expect_pairs(xml, "b:1", "a:1", IMS_CLAUSE, "7.1.1 ~ 4.1; 7.1.2 ~ 4");
}

Test(correlation, a_row_of_the_wholes_gives_way_to_the_parts)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("4.1", "parent='4'", ""))
                            EDITION("b:1", CLAUSE("7", "", "") CLAUSE("7.1", "parent='7'", ""))
                                MAPPING(ROW("4", "equal", "7") ROW("4.1", "intersects", "7.1")));
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "4.1 x 7.1 stated");
}

Test(correlation, clauses_and_provisions_are_asked_for_apart)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", P("1") P("2"))) EDITION("b:1", CLAUSE("7", "", P("1") P("2")))
                            MAPPING(ROW("4#1", "subset", "7#1") ROW("4#2", "superset", "7#1")));
  expect_pairs(xml, "a:1", "b:1", IMS_PROVISION, "4#1 < 7#1 stated; 4#2 > 7#1 stated");
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "4 ~ 7");
}

Test(correlation, what_a_row_says_is_stated_also_where_it_is_read_loosely)
{
  const char *xml = DOC(
      EDITION("a:1", CLAUSE("4", "", ""))
          EDITION("b:1", CLAUSE("7", "", "")) "<mapping-set id='m' source='a:1' target='b:1' intersects='loose'>" ROW(
              "4", "intersects", "7") "</mapping-set>");
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "4 ~ 7 stated");
}

Test(correlation, what_is_narrower_than_the_row_is_entailed)
{
  const char *xml =
      DOC(EDITION("a:1", CLAUSE("4", "", ""))
              EDITION("b:1", CLAUSE("7", "", ""))
                  EDITION("c:1", CLAUSE("1", "", "")) "<mapping-set id='m' source='a:1' target='b:1' "
                                                      "intersects='loose'>" ROW(
                                                          "4", "intersects",
                                                          "7") "</mapping-set><mapping-set id='n' source='a:1' "
                                                               "target='c:1'>" ROW("4", "subset",
                                                                                   "1") "</mapping-set><mapping-set "
                                                                                        "id='o' source='c:1' "
                                                                                        "target='b:1'>" ROW("1",
                                                                                                            "subset",
                                                                                                            "7") "</"
                                                                                                                 "mappi"
                                                                                                                 "ng-"
                                                                                                                 "set"
                                                                                                                 ">");
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "4 < 7");
}

Test(correlation, pairs_come_in_document_order)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("2", "", "") CLAUSE("1", "", ""))
                            EDITION("b:1", CLAUSE("9", "", "") CLAUSE("8", "", "") CLAUSE("10", "", ""))
                                MAPPING(ROW("1", "intersects", "10") ROW("2", "intersects", "8")
                                            ROW("2", "intersects", "9") ROW("1", "intersects", "9")));
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "2 x 9 stated; 2 x 8 stated; 1 x 9 stated; 1 x 10 stated");
}

Test(correlation, a_contradiction_is_no_counterpart)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("7", "", "")) MAPPING(ROW(
      "4", "equal", "7")) "<mapping-set id='n' source='a:1' target='b:1'>" ROW("4", "disjoint", "7") "</mapping-set>");
  expect_pairs(xml, "a:1", "b:1", IMS_CLAUSE, "");
}

/* The name of the node whose verdict speaks for all of `reference`; "" if none does. */
static void expect_verdict(const ims_model *model, const char *reference, const char *other, const char *expected)
{
  const size_t at = imsi_correlation_verdict(model, fixture_node(model, reference), fixture_edition(model, other));
  const char *got = "";
  if (at != SIZE_MAX) {
    const ims_row row = ims_verdict_at(model, at);
    got = ims_node_name(model, row.source.index == IMS_NO_NODE ? row.target : row.source);
  }
  cr_expect_str_eq(got, expected, "%s: %s", reference, got);
}

Test(correlation, a_verdict_is_ones_own_or_from_above)
{
  ims_model *model =
      fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", P("1")) CLAUSE("4.1", "parent='4'", P("1")) CLAUSE("5", "", ""))
                            EDITION("b:1", "") MAPPING("<none source='4'/>")));
  expect_verdict(model, "a:1/4", "b:1", "4");
  expect_verdict(model, "a:1/4.1", "b:1", "4");
  expect_verdict(model, "a:1/4.1#1", "b:1", "4");
  expect_verdict(model, "a:1/5", "b:1", "");
  ims_model_free(model);
}

Test(correlation, a_clause_has_no_counterpart_if_none_of_its_demands_has)
{
  ims_model *model = fixture_model(DOC(
      EDITION("a:1", CLAUSE("4", "", P("1") P("2") NOTE("3")) CLAUSE("5", "", P("1") P("2")) CLAUSE("6", "", NOTE("1")))
          EDITION("b:1", "") MAPPING("<none source='4#1'/><none source='4#2'/><none source='5#1'/>")));
  expect_verdict(model, "a:1/4", "b:1", "4#2");
  expect_verdict(model, "a:1/5", "b:1", "");
  expect_verdict(model, "a:1/6", "b:1", "");
  ims_model_free(model);
}

Test(correlation, a_clause_is_not_said_to_lack_what_its_sub_clauses_have)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", P("1")) CLAUSE("4.1", "parent='4'", P("1")))
                                           EDITION("b:1", CLAUSE("7", "", ""))
                                               MAPPING("<none source='4#1'/>" ROW("4.1#1", "equal", "7"))));
  /* 4 overlaps 7 for certain: "no counterpart" would be false of all of it */
  expect_verdict(model, "a:1/4", "b:1", "");
  ims_model_free(model);
}
