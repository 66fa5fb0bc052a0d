#include "unit/fixture_evidence.h"

enum { DAY = 20261128 };

static const char *const lines[] = {
  "organization title=Provider Ltd personnel=1",
  QMS " sites=Ulm,Bonn",
  ISMS,
  POLICY "9001:1/4,s:1/1,s:1/9,g:1/1",
  MINUTES "9001:1/4.3 systems=QMS",
  "document id=D title=Draft kind=document clauses=9001:1/8#1,s:0/1 status=draft",
  "document id=N title=New clauses=9001:1/8 coverage=proposed",
  "document id=C title=Code",
  "control id=A.1 applicable=yes documents=C",
  "control id=A.2 applicable=no reason_out=No code",
  "exclusion clauses=9001:1/8#2 exemption=not applicable reason=No design",
  "finding id=F title=Late clauses=9001:1/4.1",
};

/* The table for these lines; free it. */
static ims_table *table_with(const ims_request *asked)
{
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_request request = *asked;
  request.evidence = given;
  request.today = DAY;
  ims_table *table = fixture_table(model, "coverage", &request);
  ims_register_free(given);
  ims_model_free(model);
  return table;
}

static void expect_span(const ims_request *request, const char *first, const char *last, const char *expected)
{
  ims_table *table = table_with(request);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
}

Test(coverage_report, totals_come_first_then_the_demands_of_each_clause)
{
  expect_span(WIDE({ "system", "9001" }), "ref", "remarks",
              "* QMS: evidenced, by clause||||\n"
              "4|T4|3 of 5 (60 %)||run 1 (20 %), partial 1 (20 %)\n"
              "8|T8|0 of 1 (0 %)||gap 1 (100 %); out of the total: not-applicable 1; proposed, not counted, for 1\n"
              "* QMS: demand by demand||||\n"
              "# 4.1|T4.1|0 of 1 (0 %)||\n"
              "4.1#1|Q.|partial|P Policy, document (register:4)|open nonconformity: F Late (register:12)\n"
              "# 4.2|T4.2|1 of 1 (100 %)||\n"
              "4.2#1|G.|evidenced|P Policy, document (register:4)|claimed with the clause; nothing names: a document\n"
              "# 4.3|T4.3|1 of 1 (100 %)||\n"
              "4.3#1|G.|evidenced|P Policy, document (register:4) / M Minutes, record (register:5)|claimed with the "
              "clause; nothing names: a record\n"
              "# 4.4|T4.4|0 of 1 (0 %)||\n"
              "4.4#1|G.|run|P Policy, document (register:4)|lacking: record: a record\n"
              "# 4.5|T4.5|1 of 1 (100 %)||\n"
              "4.5#1|Q.|evidenced|P Policy, document (register:4)|\n"
              "# 8|T8|0 of 1 (0 %)||\n"
              "8#1|Q.|gap||not counted: D Draft for 9001:1/8#1: the document is a draft or under revision (register:6) "
              "/ N New for "
              "9001:1/8: it is proposed, nobody has confirmed it (register:7)\n"
              "8#2|Q.|not-applicable||No design (register:11) / not counted: N New for 9001:1/8: it is proposed, "
              "nobody has confirmed it (register:7)\n"
              "* Never counted: these claims name nothing that is demanded of these systems||||\n"
              "s:1/9|||P Policy (register:4)|there is no such clause\n"
              "g:1/1|(untitled)|guidance|P Policy (register:4)|what it names binds nobody\n"
              "s:0/1|T1||D Draft (register:6)|the document is a draft or under revision\n");
}

Test(coverage_report, what_cannot_be_answered_is_refused_with_a_reason)
{
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, lines, sizeof lines / sizeof *lines);
  ims_request request = *WIDE({ "clauses", "12" });
  request.evidence = given;
  fixture_expect_refusal(model, "coverage", &request, IMS_NOT_FOUND,
                         "no-such-clauses: none of these standards has a clause '12'\n");
  request = *WIDE({ "clauses", "4-" });
  request.evidence = given;
  fixture_expect_refusal(model, "coverage", &request, IMS_INVALID,
                         "bad-clauses: '4-' is no list of clauses: write numbers and ranges, as in 4-7,8.2\n");
  request = *WIDE({ "at", "today" });
  request.evidence = given;
  fixture_expect_refusal(model, "coverage", &request, IMS_INVALID, "bad-option: --at takes a day, as in 2026-11-28\n");
  fixture_expect_refusal(model, "coverage", WIDE({ "system", "s" }), IMS_INVALID,
                         "missing-argument: 'coverage' needs to be told: a register of what the organization has\n");
  ims_register_free(given);
  ims_model_free(model);
}

Test(coverage_report, each_line_names_its_documents_and_why_something_is_open)
{
  expect_span(LONG({ "for", "QMS" }), "system", "state",
              "QMS|9001:1|4.1#1|Q.|requirement|partial\n"
              "QMS|9001:1|4.2#1|G.|requirement|evidenced\n"
              "QMS|9001:1|4.3#1|G.|requirement|evidenced\n"
              "QMS|9001:1|4.4#1|G.|requirement|run\n"
              "QMS|9001:1|4.5#1|Q.|requirement|evidenced\n"
              "QMS|9001:1|8#1|Q.|requirement|gap\n"
              "QMS|9001:1|8#2|Q.|requirement|not-applicable\n");
  expect_span(
      LONG({ "for", "QMS" }), "documents", "finding",
      "P Policy, document (register:4)|register:4|= s:1/1#1 / ISMS: P Policy (register:4)|||0||F Late (register:12)\n"
      "P Policy, document (register:4)|register:4||||0||\n"
      "P Policy, document (register:4) / M Minutes, record (register:5)|register:4 / register:5||||0||\n"
      "P Policy, document (register:4)|register:4||record: a record||0||\n"
      "P Policy, document (register:4)|register:4||||0||\n"
      "||||D Draft for 9001:1/8#1: the document is a draft or under revision (register:6) / N New for 9001:1/8: it is "
      "proposed, nobody "
      "has confirmed it (register:7)|1||\n"
      "||||N New for 9001:1/8: it is proposed, nobody has confirmed it (register:7)|0|No design (register:11)|\n");
}

Test(coverage_report, controls_are_what_the_soa_says)
{
  expect_span(WIDE({ "for", "ISMS" }), "ref", "remarks",
              "* ISMS: evidenced, by clause||||\n"
              "1|T1|1 of 1 (100 %)||\n"
              "2|T2|0 of 1 (0 %)||extend 1 (100 %)\n"
              "3|T3|0 of 1 (0 %)||gap 1 (100 %)\n"
              "4|T4|0 of 1 (0 %)||run 1 (100 %)\n"
              "5|T5|0 of 1 (0 %)||gap 1 (100 %)\n"
              "6|T6|0 of 1 (0 %)||gap 1 (100 %)\n"
              "7|T7|0 of 1 (0 %)||unexamined 1 (100 %)\n"
              "A.1|C|1 of 1 (100 %)||\n"
              "A.2|C|none counts||out of the total: not-applicable 1\n"
              "* ISMS: demand by demand||||\n"
              "# 1|T1|1 of 1 (100 %)||\n"
              "1#1|S.|evidenced|P Policy, document (register:4)|\n"
              "# 2|T2|0 of 1 (0 %)||\n"
              "2#1|S.|extend||= 9001:1/4.2#1 / QMS: P Policy (register:4)\n"
              "# 3|T3|0 of 1 (0 %)||\n"
              "3#1|S.|gap||\n"
              "# 4|T4|0 of 1 (0 %)||\n"
              "4#1|G.|run||lacking: record: a record / = 9001:1/4.4#1 / QMS: P Policy (register:4)\n"
              "# 5|T5|0 of 1 (0 %)||\n"
              "5#1|S.|gap||\n"
              "# 6|T6|0 of 1 (0 %)||\n"
              "6#1|S.|gap||\n"
              "# 7|T7|0 of 1 (0 %)||\n"
              "7#1|S.|unexamined||\n"
              "# A.1|C|1 of 1 (100 %)||\n"
              "A.1#1|C.|evidenced|C Code, kind not said, named in the SoA (register:9)|\n"
              "# A.2|C|none counts||\n"
              "A.2#1|C.|not-applicable||No code (register:10)\n"
              "* Never counted: these claims name nothing that is demanded of these systems||||\n"
              "s:1/9|||P Policy (register:4)|there is no such clause\n"
              "g:1/1|(untitled)|guidance|P Policy (register:4)|what it names binds nobody\n"
              "s:0/1|T1||D Draft (register:6)|the document is a draft or under revision\n");
}

Test(coverage_report, above_the_table_counts_and_shares_stand_beside_each_other)
{
  ims_table *table = table_with(WIDE({ "at", "2026-11-28" }));
  fixture_expect_captions(
      table,
      "Organization: Provider Ltd, 1 person\n"
      "System QMS: Q; sites: Ulm,Bonn\n"
      "System ISMS: S\n"
      "As of 2026-11-28.\n"
      "QMS, demands in the requirements: evidenced 3 of 6 (50 %); run 1 (17 %), partial 1 (17 %), gap 1 (17 %); out of "
      "the total: not-applicable 1; proposed, not counted, for 1.\n"
      "ISMS, demands in the requirements: evidenced 1 of 7 (14 %); run 1 (14 %), extend 1 (14 %), gap 3 (43 %), "
      "unexamined 1 (14 %).\n"
      "ISMS, demands in the controls: evidenced 1 of 1 (100 %); out of the total: not-applicable 1.\n"
      "Clauses that the documents of these systems name: 8; 3 count; 1 not: there is no such clause; 1 not: what it "
      "names binds nobody; 1 not: it is proposed, nobody has confirmed it; 2 not: the document is a draft or under "
      "revision.\n"
      "Besides, the Statement of Applicability names 1 document that counts for 1 control without a claim.\n"
      "Open nonconformities: 1, against 1 demand: F.\n");
  ims_table_free(table);
}

/* What the wide form says of a demand with these lines; takes the model; free the table. */
static ims_table *wide_of(ims_model *model, const char *const *given_lines, size_t count, const char *system)
{
  ims_register *given = fixture_register(model, given_lines, count);
  ims_request request = *WIDE({ "system", system });
  request.evidence = given;
  request.today = DAY;
  ims_table *table = fixture_table(model, "coverage", &request);
  ims_register_free(given);
  ims_model_free(model);
  return table;
}

static ims_table *wide_with(const char *const *given_lines, size_t count, const char *system)
{
  return wide_of(fixture_evidence_standards(), given_lines, count, system);
}

static void expect_remark_in(ims_table *table, const char *ref, const char *documents, const char *remarks)
{
  size_t found = SIZE_MAX;
  for (size_t i = 0; i < ims_table_row_count(table); i++)
    if (ims_table_cell(table, i, 0) && strcmp(ims_table_cell(table, i, 0), ref) == 0)
      found = i;
  cr_assert_neq(found, SIZE_MAX);
  const char *cells[] = { ims_table_cell(table, found, 3), ims_table_cell(table, found, 4) };
  cr_expect_str_eq(cells[0] ? cells[0] : "", documents);
  cr_expect_str_eq(cells[1] ? cells[1] : "", remarks);
  ims_table_free(table);
}

static void expect_remark(const char *const *given_lines, size_t count, const char *system, const char *ref,
                          const char *documents, const char *remarks)
{
  expect_remark_in(wide_with(given_lines, count, system), ref, documents, remarks);
}

#define EXPECT_REMARK(system, ref, documents, remarks, ...)                                                            \
  expect_remark((const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *),   \
                system, ref, documents, remarks)

Test(coverage_report, what_is_not_accepted_and_every_nonconformity_stand_beside_the_demand)
{
  EXPECT_REMARK("9001", "4.1#1", "",
                "declared not applicable, not accepted: its standard does not allow to leave it out (register:2)\n"
                "open nonconformity: F Late, major (register:3)\nG Wrong (register:4)",
                QMS, "exclusion clauses=9001:1/4.1 exemption=not applicable reason=Too small",
                "finding id=F title=Late grade=major clauses=9001:1/4",
                "finding id=G title=Wrong clauses=9001:1/4.1#1");
}

Test(coverage_report, what_a_part_leaves_open_is_named)
{
  EXPECT_REMARK("9001", "4.1#1", "P Policy, document, for a part (register:2)", "no document for: Bonn",
                QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=Ulm");
  EXPECT_REMARK("9001", "4.1#1", "P Policy, document, for a part (register:2)", "no document for: Bonn",
                QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=Ulm coverage=partial");
  EXPECT_REMARK("9001", "4.1#1", "",
                "to be extended: P Policy (register:2) to Ulm\n"
                "not counted: P Policy for 9001:1/4.1: the document is for other sites or services (register:2)",
                QMS " sites=Ulm", POLICY "9001:1/4.1 sites=Rome");
  EXPECT_REMARK("9001", "4.5#1", "P Policy, document, for 4.5#a (register:2)", "no claim for: 4.5#b", QMS,
                POLICY "9001:1/4.5#a");
  EXPECT_REMARK("9001", "4.5#1", "P Policy, document, for 4.5#a, 4.5#b (register:2)",
                "each item is claimed, and nobody has said that they are all", QMS, POLICY "9001:1/4.5#a,9001:1/4.5#b");
}

static const char contained[] = DOC(
    NAMED_EDITION("q:1", "name='Q' kind='requirements'",
                  CLAUSE("4", ALL,
                         "<provision id='1'><gist>G.</gist>" ITEM("a", "have it") ITEM("b", "keep proof")
                             DOCUMENTED RECORDED "</provision>") CLAUSE("5", ALL, P("1", "Q.")))
        NAMED_EDITION("s:1", "name='S' kind='requirements'", CLAUSE("8", ALL, P("1", "S.") P("2", "T.") P("3", "U.")))
            MAPPING("q:1", "s:1",
                    AS_IS("4#b", "8#1") "<relation source='5#1' is='equal' target='8#2' method='separate'/>"
                                        "<relation source='5#1' is='intersects' target='8#3'/>"));

Test(coverage_report, why_what_contains_a_demand_is_not_taken_over_is_told)
{
  static const char *const given[] = { "system id=Q edition=q:1", "system id=S edition=s:1",
                                       "document id=P title=Policy kind=document clauses=q:1/4,q:1/5 systems=Q" };
  expect_remark_in(wide_of(fixture_model(contained), given, 3, "S"), "8#1", "",
                   "= q:1/4#b\nnot taken over: that is an item of what lacks a record there");
  expect_remark_in(wide_of(fixture_model(contained), given, 3, "S"), "8#2", "",
                   "= q:1/5#1\nnot taken over: it is to be kept apart from that");
  expect_remark_in(wide_of(fixture_model(contained), given, 3, "S"), "8#3", "", "x q:1/5#1");
}

Test(coverage_report, what_the_soa_says_of_a_control_without_evidence_is_told)
{
  EXPECT_REMARK("ISMS", "A.1#1", "", "the SoA says: partly, due 2027-03-31, Miller (register:2)", ISMS,
                "control id=A.1 applicable=yes implementation=partly due=20270331 owner=Miller");
}

Test(coverage_report, old_records_and_reviews_that_are_due_are_told_beside_the_document)
{
  EXPECT_REMARK("9001", "4.3#1", "M Minutes, record, of 2025-05-13, before the period (register:2)", "",
                QMS " from=20260101", MINUTES "9001:1/4.3#1 from=20250513");
  EXPECT_REMARK("9001", "4.3#1", "M Minutes, record, of 2025-05-13, in the period that ended (register:2)", "",
                QMS " from=20250101 to=20251231", MINUTES "9001:1/4.3#1 from=20250513");
  EXPECT_REMARK("9001", "4.3#1", "M Minutes, record (register:2)", "", QMS " from=20250101 to=20251231",
                MINUTES "9001:1/4.3#1 from=20251201 to=20260102");
  EXPECT_REMARK("9001", "4.2#1", "P Policy, document, review overdue since 2026-09-01 (register:2)", "", QMS,
                POLICY "9001:1/4.2#1 next_review=20260901");
}

static void expect_count(const char *const *given_lines, size_t count, const char *expected)
{
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, given_lines, count);
  ims_request request = *WIDE({ "at", "2026-11-28" });
  request.evidence = given;
  ims_table *table = fixture_table(model, "coverage", &request);
  const char *found = "";
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    if (strncmp(ims_table_caption(table, i), "Clauses that", 12) == 0)
      found = ims_table_caption(table, i);
  cr_expect_str_eq(found, expected);
  ims_table_free(table);
  ims_register_free(given);
  ims_model_free(model);
}

Test(coverage_report, a_claim_on_nothing_but_what_is_left_out_does_not_count)
{
  static const char *const out[] = { QMS, "exclusion clauses=9001:1/8 exemption=not applicable reason=None",
                                     POLICY "9001:1/8,9001:1/4.1" };
  expect_count(out, 3,
               "Clauses that the documents of these systems name: 2; 1 counts; 1 not: what it names is left out.");
  static const char *const part[] = { QMS, "exclusion clauses=9001:1/8#1 exemption=not applicable reason=None",
                                      POLICY "9001:1/8,9001:1/4.1" };
  expect_count(part, 3, "Clauses that the documents of these systems name: 2; 2 count.");
}

Test(coverage_report, a_document_that_the_soa_names_too_is_told_once_with_both_places)
{
  EXPECT_REMARK("ISMS", "A.1#1", "P Policy, document (register:2; named in the SoA, register:3)", "", ISMS,
                POLICY "s:1/A.1", "control id=A.1 applicable=yes documents=P");
  EXPECT_REMARK("ISMS", "A.1#1", "P Policy, document, for a part (register:2; named in the SoA, register:3)", "", ISMS,
                POLICY "s:1/A.1 coverage=partial", "control id=A.1 applicable=yes documents=P");
}

Test(coverage_report, controls_of_the_organizations_own_are_not_among_them)
{
  static const char *const given_lines[] = { QMS, ISMS, "control id=A.1 applicable=yes",
                                             "control id=C.1 systems=ISMS applicable=yes", "control id=C.2" };
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, given_lines, 5);
  ims_request request = *WIDE({ "at", "2026-11-28" });
  request.evidence = given;
  ims_table *table = fixture_table(model, "coverage", &request);
  bool found = false;
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    found = found || strcmp(ims_table_caption(table, i),
                            "2 controls of the organization's own are not among these: C.1, C.2.") == 0;
  cr_expect(found);
  ims_table_free(table);
  ims_register_free(given);
  ims_model_free(model);
}
