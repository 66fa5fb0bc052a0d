#include "query/reference.h"

#include "ims/report.h"
#include "unit/fixture_model.h"
#include "unit/fixture_register.h"

#define EDITION(id, more, clauses) "<edition id='" id "' name='N' " more ">" clauses "</edition>\n"
#define CLAUSE(number, body) "<clause number='" number "' force='requirement'>" body "</clause>"
#define P(id) "<provision id='" id "'><gist>x</gist><item id='d'>x</item></provision>"

/* 9001 has a default, 20000-1 one edition only, 27001 two and no default. */
#define STANDARDS                                                                                                      \
  DOC(EDITION("9001:2015", "default='yes'", CLAUSE("9.3.2", P("1")) CLAUSE("9.3.3", "")) EDITION("9001:2026", "",      \
                                                                                                 CLAUSE("9.3.2", ""))  \
          EDITION("20000-1:2018", "", "<term id='incident' name='incident'><gist>x</gist></term>" CLAUSE("8.7.3", "")) \
              EDITION("27001:2013", "", CLAUSE("A.9.2.3", "") CLAUSE("A.5.1", "")) EDITION(                            \
                  "27001:2022", "", CLAUSE("A.5.1", "") CLAUSE("A.5.9", "") CLAUSE("A.5.19", "") CLAUSE("A.8.1", ""))  \
                  EDITION("procedures", "", CLAUSE("P1", "")))

/* The id of the edition that `text` means, or what was reported. */
static const char *edition_of(const char *text)
{
  static char answer[FIXTURE_MESSAGE + 64]; /* a code and a message */
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  const ims_edition *edition = NULL;
  ims_model *model = fixture_model(STANDARDS);
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  const ims_status status = imsi_reference_edition(model, NULL, text, strlen(text), &reporter, &edition);
  imsi_reporter_free(&reporter);
  cr_assert_eq(status, diags.count ? IMS_NOT_FOUND : IMS_OK);
  cr_assert_eq(edition == NULL, diags.count == 1);
  if (edition)
    snprintf(answer, sizeof answer, "%s", edition->id);
  else
    snprintf(answer, sizeof answer, "%s: %s", ims_diag_code(diags.list[0].id), diags.list[0].text);
  ims_model_free(model);
  fixture_diags_free(&diags);
  return answer;
}

/* "edition/name" of the node that `text` means, or what was reported. */
static const char *node_of(const char *text)
{
  static char answer[FIXTURE_MESSAGE + 64]; /* a code and a message */
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(STANDARDS);
  ims_node node = { IMS_NO_NODE };
  const ims_status status = ims_find_node(model, NULL, text, fixture_sink(&diags), &node);
  cr_assert_eq(status, diags.count ? IMS_NOT_FOUND : IMS_OK);
  cr_assert_eq(node.index == IMS_NO_NODE, diags.count == 1, "an output stays untouched by a failure");
  if (diags.count)
    snprintf(answer, sizeof answer, "%s: %s", ims_diag_code(diags.list[0].id), diags.list[0].text);
  else
    snprintf(answer, sizeof answer, "%s/%s", ims_node_edition(model, node)->id, ims_node_name(model, node));
  ims_model_free(model);
  fixture_diags_free(&diags);
  return answer;
}

#define EXPECT(got, expected) cr_expect_str_eq(got, expected, "got '%s'", got)

Test(reference, an_edition_is_named_by_its_id)
{
  EXPECT(edition_of("9001:2026"), "9001:2026");
  EXPECT(edition_of("27001:2013"), "27001:2013");
  EXPECT(edition_of("procedures"), "procedures");
}

Test(reference, without_a_year_the_default_is_meant)
{
  EXPECT(edition_of("9001"), "9001:2015");
}

Test(reference, without_a_default_the_only_one_is_meant)
{
  EXPECT(edition_of("20000-1"), "20000-1:2018");
}

Test(reference, the_publisher_may_stand_before_it)
{
  EXPECT(edition_of("ISO 9001"), "9001:2015");
  EXPECT(edition_of("ISO 9001:2026"), "9001:2026");
  EXPECT(edition_of("ISO/IEC 20000-1"), "20000-1:2018");
}

Test(reference, several_without_a_default_are_named)
{
  EXPECT(edition_of("27001"), "ambiguous-edition: '27001' may be any of: 27001:2013, 27001:2022");
  EXPECT(edition_of("ISO/IEC 27001"), "ambiguous-edition: '27001' may be any of: 27001:2013, 27001:2022");
}

Test(reference, an_unknown_edition_is_answered_with_what_is_loaded)
{
#define LOADED "loaded: 9001:2015, 9001:2026, 20000-1:2018, 27001:2013, 27001:2022, procedures"
  EXPECT(edition_of("14001"), "no-such-edition: there is no standard or edition '14001'; " LOADED);
  EXPECT(edition_of("9001:2008"), "no-such-edition: there is no standard or edition '9001:2008'; " LOADED);
  EXPECT(edition_of("900"), "no-such-edition: there is no standard or edition '900'; " LOADED);
  EXPECT(edition_of("20000"), "no-such-edition: there is no standard or edition '20000'; " LOADED);
  EXPECT(edition_of(""), "no-such-edition: there is no standard or edition ''; " LOADED);
#undef LOADED
}

Test(reference, where_nothing_is_loaded_it_says_so)
{
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(DOC(""));
  ims_node node;
  cr_expect_eq(ims_find_node(model, NULL, "9001/4", fixture_sink(&diags), &node), IMS_NOT_FOUND);
  cr_expect_str_eq(fixture_messages(&diags), "0:0 there is no standard or edition '9001'; loaded: nothing\n");
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(reference, only_the_given_bytes_are_read)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  const ims_edition *edition = NULL;
  ims_model *model = fixture_model(STANDARDS);
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  cr_expect_eq(imsi_reference_edition(model, NULL, "9001/9.3.2", 4, &reporter, &edition), IMS_OK);
  cr_expect_str_eq(edition->id, "9001:2015");
  cr_expect_eq(imsi_reference_edition(model, NULL, "14001/4", 5, &reporter, &edition), IMS_NOT_FOUND);
  cr_expect_not_null(strstr(fixture_messages(&diags), "'14001'"));
  imsi_reporter_free(&reporter);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(reference, a_node_is_named_after_its_edition)
{
  EXPECT(node_of("9001/9.3.2"), "9001:2015/9.3.2");
  EXPECT(node_of("9001:2026/9.3.2"), "9001:2026/9.3.2");
  EXPECT(node_of("9001/9.3.2#1"), "9001:2015/9.3.2#1");
  EXPECT(node_of("9001/9.3.2#d"), "9001:2015/9.3.2#d");
  EXPECT(node_of("20000-1/term:incident"), "20000-1:2018/term:incident");
  EXPECT(node_of("ISO/IEC 20000-1/8.7.3"), "20000-1:2018/8.7.3");
  EXPECT(node_of("27001:2022/A.5.19"), "27001:2022/A.5.19");
}

Test(reference, an_edition_that_is_not_there_ends_the_look_up)
{
  EXPECT(node_of("27001/A.5.19"), "ambiguous-edition: '27001' may be any of: 27001:2013, 27001:2022");
}

Test(reference, a_name_of_another_edition_of_the_standard_says_which)
{
  EXPECT(node_of("27001:2022/A.9.2.3"), "no-such-reference: there is no 'A.9.2.3' in 27001:2022; it is in 27001:2013");
  EXPECT(node_of("9001:2026/9.3.3"), "no-such-reference: there is no '9.3.3' in 9001:2026; it is in 9001:2015");
}

Test(reference, the_same_number_in_another_standard_is_another_thing)
{
  EXPECT(node_of("20000-1/9.3.2"), "no-such-reference: there is no '9.3.2' in 20000-1:2018; nearest: 8.7.3");
}

Test(reference, a_name_of_no_edition_gets_the_three_nearest_of_its_kind)
{
  EXPECT(node_of("27001:2022/A.5.99"),
         "no-such-reference: there is no 'A.5.99' in 27001:2022; nearest: A.5.9, A.5.19, A.5.1");
  EXPECT(node_of("9001/9.3.2#z"), "no-such-reference: there is no '9.3.2#z' in 9001:2015; nearest: 9.3.2#1, 9.3.2#d");
  EXPECT(node_of("20000-1/term:event"),
         "no-such-reference: there is no 'term:event' in 20000-1:2018; nearest: term:incident");
  EXPECT(node_of("9001/term:event"), "no-such-reference: there is no 'term:event' in 9001:2015");
  EXPECT(node_of("9001:2026/9.4"), "no-such-reference: there is no '9.4' in 9001:2026; nearest: 9.3.2");
}

Test(reference, without_a_name_nothing_is_found)
{
  EXPECT(node_of("9001:2026/"), "no-such-reference: there is no '' in 9001:2026; nearest: 9.3.2");
  EXPECT(node_of("9001:2026"),
         "whole-edition: '9001:2026' is a whole edition: name something in it, as in 9001:2026/9.3.2");
}

/* "edition" or "edition/name" of what `text` means. */
static const char *any_of(const char *text)
{
  static char answer[64];
  ims_model *model = fixture_model(STANDARDS);
  imsi_reporter reporter;
  const ims_edition *edition = NULL;
  ims_node node = { 0 };
  imsi_reporter_init(&reporter, (ims_diag_sink){ NULL, NULL });
  const ims_status status = imsi_reference_any(model, NULL, text, &reporter, &edition, &node);
  imsi_reporter_free(&reporter);
  if (status)
    snprintf(answer, sizeof answer, "%s", ims_status_text(status));
  else
    snprintf(answer, sizeof answer, "%s%s%s", edition->id, node.index == IMS_NO_NODE ? "" : "/",
             node.index == IMS_NO_NODE ? "" : ims_node_name(model, node));
  ims_model_free(model);
  return answer;
}

Test(reference, may_mean_an_edition_or_something_in_it)
{
  EXPECT(any_of("9001"), "9001:2015");
  EXPECT(any_of("ISO/IEC 20000-1"), "20000-1:2018");
  EXPECT(any_of("ISO/IEC 20000-1/8.7.3"), "20000-1:2018/8.7.3");
  EXPECT(any_of("9001/9.3.2#1"), "9001:2015/9.3.2#1");
  EXPECT(any_of("9001/1"), ims_status_text(IMS_NOT_FOUND));
  EXPECT(any_of("9002"), ims_status_text(IMS_NOT_FOUND));
}

/* ---- systems of a register ---- */

/* The edition that `text` means with systems held against editions, "+", and what was told: "code line: text". */
static const char *pinned_by(const char *const *lines, size_t count, const char *text)
{
  static char answer[FIXTURE_MESSAGE + 64];
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  const ims_edition *edition = NULL;
  ims_model *model = fixture_model(STANDARDS);
  ims_register *evidence = fixture_register(model, lines, count);
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  for (int again = 0; again < 2; again++) /* a second time nothing is told */
    cr_assert_eq(imsi_reference_edition(model, evidence, text, strlen(text), &reporter, &edition), IMS_OK);
  imsi_reporter_free(&reporter);
  cr_assert_leq(diags.count, 1);
  snprintf(answer, sizeof answer, "%s", edition->id);
  if (diags.count)
    snprintf(answer + strlen(answer), sizeof answer - strlen(answer), " + %s %u:%u: %s",
             ims_diag_code(diags.list[0].id), (unsigned)diags.list[0].line, (unsigned)diags.list[0].column,
             diags.list[0].text);
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
  return answer;
}

#define PINNED(text, ...)                                                                                              \
  pinned_by((const char *const[]){ __VA_ARGS__ }, sizeof(const char *const[]){ __VA_ARGS__ } / sizeof(const char *),   \
            text)

Test(reference, without_a_year_is_the_edition_that_the_system_is_held_against)
{
  EXPECT(PINNED("9001", "system id=QMS edition=9001:2026"),
         "9001:2026 + pinned-edition 1:5: without a year 9001:2026 is meant, which 'QMS' is held against, and not "
         "9001:2015");
  EXPECT(PINNED("ISO 9001", "system id=ISMS edition=27001:2013", "system id=QMS edition=9001:2026"),
         "9001:2026 + pinned-edition 2:5: without a year 9001:2026 is meant, which 'QMS' is held against, and not "
         "9001:2015");
}

Test(reference, of_a_system_tells_nothing_where_there_was_no_other_choice)
{
  EXPECT(PINNED("9001", "system id=QMS edition=9001:2015"), "9001:2015");
  EXPECT(PINNED("27001", "system id=ISMS edition=27001:2013"), "27001:2013");
  EXPECT(PINNED("9001", "system id=ISMS edition=27001:2013"), "9001:2015");
}

Test(reference, with_a_year_is_never_that_of_a_system)
{
  EXPECT(PINNED("9001:2015", "system id=QMS edition=9001:2026"), "9001:2015");
}

Test(reference, is_the_default_where_systems_differ_in_the_edition)
{
  EXPECT(PINNED("9001", "system id=Q1 edition=9001:2026", "system id=Q2 edition=9001:2015"), "9001:2015");
  EXPECT(PINNED("9001", "system id=Q1 edition=9001:2026", "system id=Q2 edition=9001:2026"),
         "9001:2026 + pinned-edition 1:5: without a year 9001:2026 is meant, which 'Q1' is held against, and not "
         "9001:2015");
}

Test(reference, to_a_node_takes_the_edition_of_the_system_too)
{
  static const char *const lines[] = { "system id=ISMS edition=27001:2013" };
  fixture_diags diags = { 0 };
  ims_model *model = fixture_model(STANDARDS);
  ims_register *evidence = fixture_register(model, lines, 1);
  ims_node node;
  cr_assert_eq(ims_find_node(model, evidence, "27001/A.9.2.3", fixture_sink(&diags), &node), IMS_OK);
  cr_expect_str_eq(ims_node_edition(model, node)->id, "27001:2013");
  cr_expect_eq(ims_find_node(model, evidence, "27001/A.5.19", fixture_sink(&diags), &node), IMS_NOT_FOUND);
  cr_assert_eq(diags.count, 1);
  cr_expect_str_eq(diags.list[0].text, "there is no 'A.5.19' in 27001:2013; it is in 27001:2022");
  ims_register_free(evidence);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(reference, means_the_edition_of_the_systems_instead_of_the_default)
{
  static const char *const lines[] = { "system id=QMS edition=9001:2026" };
  ims_model *model = fixture_model(STANDARDS);
  ims_register *evidence = fixture_register(model, lines, 1);
  const ims_edition *old = ims_edition_find(model, "9001:2015", 9),
                    *other = ims_edition_find(model, "20000-1:2018", 12);
  cr_expect_str_eq(imsi_reference_meant(evidence, old)->id, "9001:2026");
  cr_expect_eq(imsi_reference_meant(evidence, other), other);
  cr_expect_eq(imsi_reference_meant(NULL, old), old);
  ims_register_free(evidence);
  ims_model_free(model);
}
