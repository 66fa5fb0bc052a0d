#include "property/tables.h"
#include "unit/fixture_shown.h"

#define CONDITIONAL(id) "<provision id='" id "' condition='somebody helps'><gist>G.</gist></provision>"
#define SOMETIMES(id)                                                                                                  \
  "<provision id='" id                                                                                                 \
  "'><gist>G.</gist><duty kind='record' verb='retain' condition='somebody asks'>r</duty></provision>"

static const char xml[] = DOC(
    NAMED_EDITION("9001:2015", "name='Q' kind='requirements'",
                  CLAUSE("5", ALL, P("1", "L.")) CLAUSE("7", ALL, "") CLAUSE("7.1.4", UNDER("7"), P("1", "E."))
                      CLAUSE("7.1.5", UNDER("7"), P("1", "M.") P("2", "M.")) CLAUSE("8", ALL, "") CLAUSE(
                          "8.3", UNDER("8"), P("1", "D.")) CLAUSE("8.4", UNDER("8"), CONDITIONAL("1") SOMETIMES("2"))
                          CLAUSE("8.5", UNDER("8"), CONDITIONAL("1") P("2", "P.")))
        NAMED_EDITION(
            "27001:2022",
            "name='S' kind='requirements'",
            CLAUSE(
                "9", ALL,
                P("1", "A.") CONDITIONAL(
                    "2")) "<clause number='A.1' title='C' force='control' provisions='all'>" FORCED("1", "control",
                                                                                                    "C.") "</clause>"));

#define Q "system id=Q edition=9001:2015"
#define I "system id=I edition=27001:2022"
#define OUT(clause) "exclusion clauses=" clause " exemption=not applicable reason=None"
#define NEVER(clause) "exclusion clauses=" clause " exemption=no occurrence reason=None"
#define EXPECT_HERE(expected, system, demand, ...) EXPECT_OF(fixture_model(xml), expected, system, demand, __VA_ARGS__)

Test(evidence_exemptions, of_9001_only_operation_and_measuring_may_be_left_out)
{
  EXPECT_HERE(IMSI_STATE_NOT_APPLICABLE, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3"));
  EXPECT_HERE(IMSI_STATE_NOT_APPLICABLE, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8"));
  EXPECT_HERE(IMSI_STATE_NOT_APPLICABLE, "Q", "9001:2015/7.1.5#2", Q, OUT("9001:2015/7"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/7.1.4#1", Q, OUT("9001:2015/7"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/5#1", Q, OUT("9001:2015/5"));
  EXPECT_HERE(IMSI_STATE_GAP, "I", "27001:2022/9#1", I, OUT("27001:2022/9"));
}

Test(evidence_exemptions, a_control_is_left_out_by_the_statement_of_applicability_alone)
{
  EXPECT_HERE(IMSI_STATE_GAP, "I", "27001:2022/A.1#1", I, OUT("27001:2022/A.1"));
  EXPECT_HERE(IMSI_STATE_NOT_APPLICABLE, "I", "27001:2022/A.1#1", I, "control id=A.1 applicable=no reason_out=None");
  EXPECT_HERE(IMSI_STATE_GAP, "I", "27001:2022/A.1#1", I, "control id=A.1 applicable=no");
}

Test(evidence_exemptions, only_what_depends_on_a_condition_is_without_occasion)
{
  EXPECT_HERE(IMSI_STATE_NO_OCCURRENCE, "Q", "9001:2015/8.4#1", Q, NEVER("9001:2015/8.4#1"));
  EXPECT_HERE(IMSI_STATE_NO_OCCURRENCE, "Q", "9001:2015/8.4#2", Q, NEVER("9001:2015/8.4#2"));
  EXPECT_HERE(IMSI_STATE_NO_OCCURRENCE, "Q", "9001:2015/8.4#2", Q, NEVER("9001:2015/8.4"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.5#1", Q, NEVER("9001:2015/8.5"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.5#2", Q, NEVER("9001:2015/8.5#2"));
  EXPECT_HERE(IMSI_STATE_NO_OCCURRENCE, "I", "27001:2022/9#2", I, NEVER("27001:2022/9#2"));
}

Test(evidence_exemptions, as_far_as_necessary_is_no_condition)
{
#define ALWAYS(exempt) EXPECT_OF(tables_builtin(), IMSI_STATE_GAP, "Q", exempt, Q, NEVER(exempt))
  ALWAYS("9001:2015/4.4.2#1"); /* documents, as far as necessary */
  ALWAYS("9001:2015/8.1#2");
  ALWAYS("9001:2015/8.2.3.2#1"); /* results of a review, as far as it applies */
  EXPECT_OF(tables_builtin(), IMSI_STATE_NO_OCCURRENCE, "Q", "9001:2015/8.5.3#1", Q, NEVER("9001:2015/8.5.3#1"));
}

Test(evidence_exemptions, a_line_takes_out_what_it_names_and_its_systems_are)
{
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3 coverage=partial"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3 coverage=proposed"));
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.3#1", Q, "exclusion clauses=9001:2015/8.3 exemption=not applicable");
  EXPECT_HERE(IMSI_STATE_GAP, "Q", "9001:2015/8.3#1", Q, I, OUT("9001:2015/8.3 systems=I"));
}

/* Why the only line is not accepted for the demand; NONE if it is. */
static imsi_refusal refusal_with(const char *system, const char *demand, const char *const *lines, size_t count)
{
  world w = open_world_of(fixture_model(xml), lines, count, DAY);
  imsi_vec refused = IMSI_VEC(imsi_refused);
  cr_assert_eq(imsi_evidence_refused(w.evidence, system_of(&w, system), fixture_node(w.model, demand), &refused),
               IMS_OK);
  cr_assert_leq(refused.count, 1);
  const imsi_refusal refusal = refused.count ? IMSI_AT(imsi_refused, &refused, 0).refusal : IMSI_REFUSAL_NONE;
  cr_expect(!refused.count || IMSI_AT(imsi_refused, &refused, 0).pos.line == 2);
  imsi_vec_free(&refused);
  close_world(&w);
  return refusal;
}

#define EXPECT_REFUSED(expected, system, demand, ...)                                                                  \
  cr_expect_str_eq(imsi_refusal_text(refusal_with(system, demand, LINES(__VA_ARGS__))), imsi_refusal_text(expected))

Test(evidence_exemptions, what_is_not_accepted_is_told_with_its_reason)
{
  EXPECT_REFUSED(IMSI_REFUSAL_NONE, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3"));
  EXPECT_REFUSED(IMSI_REFUSAL_NONE, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.4"));
  EXPECT_REFUSED(IMSI_REFUSAL_RULE, "Q", "9001:2015/5#1", Q, OUT("9001:2015/5"));
  EXPECT_REFUSED(IMSI_REFUSAL_SOA, "I", "27001:2022/A.1#1", I, OUT("27001:2022/A.1"));
  EXPECT_REFUSED(IMSI_REFUSAL_CONDITION, "Q", "9001:2015/8.5#1", Q, NEVER("9001:2015/8.5"));
  EXPECT_REFUSED(IMSI_REFUSAL_PART, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3 coverage=partial"));
  EXPECT_REFUSED(IMSI_REFUSAL_PROPOSED, "Q", "9001:2015/8.3#1", Q, OUT("9001:2015/8.3 coverage=proposed"));
  EXPECT_REFUSED(IMSI_REFUSAL_REASON, "Q", "9001:2015/8.3#1", Q,
                 "exclusion clauses=9001:2015/8.3 exemption=not applicable");
  EXPECT_REFUSED(IMSI_REFUSAL_REASON, "I", "27001:2022/A.1#1", I, "control id=A.1 applicable=no");
}

Test(evidence_exemptions, each_refusal_has_words_of_its_own)
{
  for (int a = 0; a < IMSI_REFUSAL_COUNT; a++)
    for (int b = 0; b < a; b++)
      cr_expect_str_neq(imsi_refusal_text((imsi_refusal)a), imsi_refusal_text((imsi_refusal)b));
}
