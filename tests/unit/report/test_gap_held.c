#include "unit/fixture_evidence.h"

enum { DAY = 20261128 };

static const char *const lines[] = {
  "organization title=Provider Ltd",
  QMS,
  ISMS,
  POLICY "9001:1/4",
  MINUTES "9001:1/4.3",
  LIST "s:1/2",
  "document id=Q title=Rules kind=document clauses=9001:1/8 systems=QMS",
  "document id=H title=Half clauses=s:1/5 coverage=partial",
  "document id=D title=Draft kind=document clauses=s:1/6 status=draft",
  "document id=C title=Code kind=document",
  "control id=A.1 applicable=yes documents=C",
  "control id=A.2 applicable=no reason_out=No code",
  "finding id=F title=Late clauses=s:1/A.1",
};

typedef struct world {
  ims_model *model;
  ims_register *given;
} world;

static world open_world(void)
{
  world w = { .model = fixture_evidence_standards() };
  w.given = fixture_register(w.model, lines, sizeof lines / sizeof *lines);
  return w;
}

static void close_world(world *w)
{
  ims_register_free(w->given);
  ims_model_free(w->model);
}

static ims_request with_register(const world *w, const ims_request *asked)
{
  ims_request request = *asked;
  request.evidence = w->given;
  request.today = DAY;
  return request;
}

static void expect_span(const ims_request *asked, const char *first, const char *last, const char *expected)
{
  world w = open_world();
  const ims_request request = with_register(&w, asked);
  ims_table *table = fixture_table(w.model, "gap", &request);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  close_world(&w);
}

Test(gap_held, both_sides_stand_beside_each_other_with_the_documents)
{
  expect_span(
      WIDE({ "want", "s" }), "ref", "todo",
      "* S||||\n"
      "# 1|T1|||\n"
      "1#1|S.|reusable|= 9001:1/4.1#1 as-is: Q. / QMS: P Policy (register:4)|Adopt it: it serves unchanged.\n"
      "# 2|T2|||\n"
      "2#1|S.|evidenced|L List, kind not said (register:6)|\n"
      "# 3|T3|||\n"
      "3#1|S.|extend|= 9001:1/8 as-is: T8 / QMS: Q Rules (register:7)|Extend what serves it to ISMS, which its "
      "documents do not name: / QMS: Q Rules (register:7)\n"
      "# 4|T4|||\n"
      "4#1|G.|run|= 9001:1/4.4#1 as-is: G. / QMS: P Policy (register:4)|The method serves unchanged. Do it for "
      "this system, with evidence of its own. / Lacking: record: a record\n"
      "# 5|T5|||\n"
      "5#1|S.|partial|H Half, kind not said, for a part (register:8) / x 9001:1/8#1: Q. / QMS: Q Rules "
      "(register:7)|Of its own a part is there: extend that to all of it.\n"
      "# 6|T6|||\n"
      "6#1|S.|gap||New. / Not counted: D Draft for s:1/6: the document is a draft or under revision (register:9)\n"
      "# 7|T7|||\n"
      "7#1|S.|unexamined||Nobody has looked for it in what is met.\n"
      "# A.1|C|||\n"
      "A.1#1|C.|partial|C Code, document, named in the SoA (register:11)|Close what is open against it. / Open "
      "nonconformity: F Late (register:13)\n"
      "# A.2|C|||\n"
      "A.2#1|C.|not-applicable||Left out: No code (register:12).\n");
}

Test(gap_held, the_long_form_names_what_is_lacking_and_what_does_not_count)
{
  expect_span(LONG({ "want", "s" }), "system", "reason",
              "ISMS||QMS: P Policy (register:4)|||\n"
              "ISMS|L List, kind not said (register:6)||||\n"
              "ISMS||QMS: Q Rules (register:7)|||\n"
              "ISMS||QMS: P Policy (register:4)|record: a record||\n"
              "ISMS|H Half, kind not said, for a part (register:8)|QMS: Q Rules (register:7)|||\n"
              "ISMS||||D Draft for s:1/6: the document is a draft or under revision (register:9)|\n"
              "ISMS|||||\n"
              "ISMS|C Code, document, named in the SoA (register:11)||||F Late (register:13)\n"
              "ISMS|||||No code (register:12)\n");
}

Test(gap_held, by_effort_what_is_done_comes_last)
{
  expect_span(LONG({ "want", "s" }, { "sort", "effort" }), "state", "effort",
              "reusable|1\n"
              "run|2\n"
              "extend|3\n"
              "partial|4\n"
              "partial|4\n"
              "gap|6\n"
              "unexamined|7\n"
              "evidenced|0\n"
              "not-applicable|0\n");
}

Test(gap_held, what_is_out_of_the_total_is_not_counted)
{
  world w = open_world();
  const ims_request request = with_register(&w, WIDE({ "want", "s" }, { "have", "9001/8" }));
  ims_table *table = fixture_table(w.model, "gap", &request);
  fixture_expect_captions(
      table, "Organization: Provider Ltd\n"
             "System QMS: Q\n"
             "System ISMS: S\n"
             "As of 2026-11-28.\n"
             "Had is what the documents of the register show that count; what documents say, nobody has read here.\n"
             "Met besides, by certificate: 8 of Q\n"
             "Wanted: S\n"
             "Taken for granted: the certificate covers the organization, sites and processes for which more is "
             "wanted, and none of its demands is declared not applicable or open but those of which the register says "
             "so; leave out what is with --without.\n"
             "The register goes first: the certificate stands for demands alone that no document of its system is "
             "claimed for.\n"
             "Against that: the register names no certificate of QMS; look at what rests on it.\n"
             "Demands in the requirements of s:1: 7. evidenced 1 (14 %), reusable 1 (14 %), run 1 (14 %), extend 1 (14 "
             "%), partial 1 (14 %), gap 1 (14 %), unexamined 1 (14 %).\n"
             "Demands in the controls of s:1: 1. partial 1 (100 %); not counted: not-applicable 1.\n"
             "Open nonconformities: 1, against 1 demand: F.\n");
  ims_table_free(table);
  close_world(&w);
}

static void expect_refusal(const ims_request *asked, const char *messages)
{
  world w = open_world();
  const ims_request request = with_register(&w, asked);
  fixture_expect_refusal(w.model, "gap", &request, IMS_INVALID, messages);
  close_world(&w);
}

Test(gap_held, what_cannot_be_answered_is_refused_with_a_reason)
{
  expect_refusal(
      WIDE({ "want", "s" }, { "have", "s:1/1" }),
      "bad-option: with a register, what is wanted is looked up there: do not name its standard with --have\n");
  expect_refusal(WIDE({ "want", "s" }, { "at", "2026-02-30" }), "bad-option: --at takes a day, as in 2026-11-28\n");
  expect_refusal(WIDE({ "have", "s" }),
                 "missing-argument: 'gap' needs to be told: what is wanted: standards or clauses\n");
}

Test(gap_held, a_day_and_systems_are_nothing_without_a_register)
{
  ims_model *model = fixture_evidence_standards();
  fixture_expect_refusal(model, "gap", WIDE({ "want", "s:1" }, { "have", "9001" }, { "at", "2026-02-28" }), IMS_INVALID,
                         "bad-option: --for and --at ask a register: name one with -r\n");
  fixture_expect_refusal(model, "gap", WIDE({ "want", "s:1" }), IMS_INVALID,
                         "missing-argument: 'gap' needs to be told: what is met: standards or clauses, with commas "
                         "between (9001,27001/A.5)\n");
  ims_model_free(model);
}

/* How many demands of s:1 the system has evidence for, of two that are held against it. */
static void expect_of_two(const ims_request *asked, const char *diagnostics, size_t evidenced)
{
  static const char *const two[] = { "system id=A edition=s:1", "system id=B edition=s:1", POLICY "s:1/1 systems=A" };
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, two, sizeof two / sizeof *two);
  ims_request request = *asked;
  request.evidence = given;
  if (*diagnostics) {
    fixture_expect_refusal(model, "gap", &request, IMS_INVALID, diagnostics);
  } else {
    ims_table *table = fixture_table(model, "gap", &request);
    size_t count = 0;
    for (size_t row = 0; row < ims_table_row_count(table); row++)
      count += strcmp(ims_table_cell(table, row, fixture_column(table, "state")), "evidenced") == 0;
    cr_expect_eq(count, evidenced);
    ims_table_free(table);
  }
  ims_register_free(given);
  ims_model_free(model);
}

Test(gap_held, what_a_twin_has_is_to_be_extended)
{
  static const char *const two[] = { "system id=A edition=s:1", "system id=B edition=s:1", POLICY "s:1/1 systems=A" };
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, two, sizeof two / sizeof *two);
  ims_request request = *WIDE({ "want", "s:1/1" }, { "for", "B" });
  request.evidence = given;
  ims_table *table = fixture_table(model, "gap", &request);
  fixture_expect_cells(table, "ref", "todo",
                       "* S||||\n"
                       "# 1|T1|||\n"
                       "1#1|S.|extend|= s:1/1#1 as-is: S. / A: P Policy (register:3)|Extend what serves it to B, which "
                       "its documents do not name: / A: P Policy (register:3) / Not counted: P Policy for s:1/1: the "
                       "document does not name the system (register:3)\n");
  ims_table_free(table);
  ims_register_free(given);
  ims_model_free(model);
}

Test(gap_held, of_several_systems_of_one_standard_one_has_to_be_chosen)
{
  expect_of_two(LONG({ "want", "s:1" }), "bad-option: several systems are held against 's:1': choose one with --for\n",
                0);
  expect_of_two(LONG({ "want", "s:1" }, { "for", "A" }), "", 1);
  expect_of_two(LONG({ "want", "s:1" }, { "for", "B" }), "", 0);
}

/* What is said of one demand with these lines. */
static void expect_todo(const ims_request *asked, const char *const *given_lines, size_t count, const char *expected)
{
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, given_lines, count);
  ims_request request = *asked;
  request.evidence = given;
  request.today = 20261128;
  ims_table *table = fixture_table(model, "gap", &request);
  fixture_expect_cells(table, "todo", "todo", expected);
  ims_table_free(table);
  ims_register_free(given);
  ims_model_free(model);
}

#define EXPECT_TODO(request, expected, ...)                                                                            \
  expect_todo(request, (const char *const[]){ __VA_ARGS__ },                                                           \
              sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), expected)

Test(gap_held, a_document_of_its_own_for_other_sites_is_named_with_what_to_add)
{
  EXPECT_TODO(LONG({ "want", "s:1/1" }),
              "Extend P Policy (register:2) to Ulm. / Not counted: P Policy for s:1/1: the document is for other sites "
              "or services (register:2)\n",
              ISMS " sites=Ulm", POLICY "s:1/1 sites=Rome");
}

Test(gap_held, what_is_not_accepted_and_what_is_open_is_told)
{
  EXPECT_TODO(LONG({ "want", "s:1/1" }),
              "New. / Open nonconformity: F Late, minor (register:4) / In the "
              "register: declared not applicable, not accepted: its standard does not allow to leave it out "
              "(register:3)\n",
              QMS, ISMS, "exclusion clauses=s:1/1 exemption=not applicable reason=None",
              "finding id=F title=Late grade=minor clauses=s:1/1");
}

Test(gap_held, how_a_counterpart_stands_that_serves_nobody_is_told)
{
  EXPECT_TODO(LONG({ "want", "s:1/1" }),
              "Its counterpart 9001:1/4.1#1 does not serve: met by records alone, which serve no other system, in "
              "QMS (M).\n",
              QMS, ISMS, MINUTES "9001:1/4.1", POLICY "9001:1/8");
  EXPECT_TODO(LONG({ "want", "s:1/1" }), "Its counterpart 9001:1/4.1#1 does not serve: met in part in QMS (P).\n", QMS,
              ISMS, POLICY "9001:1/4.1 coverage=partial", LIST "9001:1/8 kind=document");
  EXPECT_TODO(LONG({ "want", "s:1/1" }), "New: its counterpart 9001:1/4.1#1 is not among what is met.\n", QMS, ISMS,
              POLICY "9001:1/8");
}

static void expect_doubt(const char *system, const char *expected)
{
  const char *const two[] = { system, ISMS };
  ims_model *model = fixture_evidence_standards();
  ims_register *given = fixture_register(model, two, 2);
  ims_request request = *LONG({ "want", "s:1/1" }, { "have", "9001:1" });
  request.evidence = given;
  request.today = 20261128;
  ims_table *table = fixture_table(model, "gap", &request);
  const char *found = "";
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    if (strncmp(ims_table_caption(table, i), "Against that", 12) == 0)
      found = ims_table_caption(table, i);
  cr_expect_str_eq(found, expected);
  ims_table_free(table);
  ims_register_free(given);
  ims_model_free(model);
}

Test(gap_held, a_certificate_that_has_ended_or_that_nobody_knows_is_told)
{
  expect_doubt(QMS " certificate=Q-1 valid_until=20261127",
               "Against that: the register says that the certificate of QMS ended on 2026-11-27; look at what "
               "rests on it.");
  expect_doubt(QMS, "Against that: the register names no certificate of QMS; look at what rests on it.");
  expect_doubt(QMS " certificate=Q-1 valid_until=20261128", "");
}

Test(gap_held, what_rests_on_a_certificate_alone_says_so)
{
  EXPECT_TODO(LONG({ "want", "s:1/1" }, { "have", "9001:1" }),
              "Adopt it: it serves unchanged. / By certificate alone: no document of QMS shows it, as far as the "
              "register goes.\n",
              QMS " certificate=Q-1", ISMS);
}

Test(gap_held, the_register_goes_before_a_certificate)
{
  EXPECT_TODO(LONG({ "want", "s:1/1" }, { "have", "9001:1" }),
              "Its counterpart 9001:1/4.1#1 does not serve: met in part in QMS (P).\n", QMS " certificate=Q-1", ISMS,
              POLICY "9001:1/4.1 coverage=partial");
  EXPECT_TODO(LONG({ "want", "s:1/1" }, { "have", "9001:1" }),
              "Its counterpart 9001:1/4.1#1 does not serve: met by records alone, which serve no other system, in QMS "
              "(M).\n",
              QMS " certificate=Q-1", ISMS, MINUTES "9001:1/4.1");
  EXPECT_TODO(LONG({ "want", "s:1/1" }, { "have", "9001:1" }),
              "New: its counterpart 9001:1/4.1#1 is not among what is met.\n", QMS " certificate=Q-1", ISMS,
              POLICY "9001:1/4.1 status=draft");
  EXPECT_TODO(LONG({ "want", "s:1/1" }, { "have", "9001:1" }),
              "Adopt it: it serves unchanged. / By certificate alone: no document of QMS shows it, as far as the "
              "register goes.\n",
              QMS " certificate=Q-1", ISMS, POLICY "9001:1/4.1 coverage=proposed", MINUTES "9001:1/4.2");
}
