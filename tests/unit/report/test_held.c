#include "report/held_internal.h"

#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

static const char standards[] =
    DOC(NAMED_EDITION("9001:1", "name='Q 1' kind='requirements' default='yes'", CLAUSE("4", ALL, P("1", "Q.")))
            NAMED_EDITION("s:1", "name='S 1' kind='requirements'", CLAUSE("1", ALL, P("1", "S.")))
                NAMED_EDITION("s:2", "name='S 2' kind='requirements' default='yes'", CLAUSE("1", ALL, P("1", "S.")))
                    NAMED_EDITION("t:1", "name='T 1' kind='requirements'", CLAUSE("1", ALL, P("1", "T."))));

static const char *const lines[] = {
  "organization title=Provider Ltd personnel=85",
  "system id=QMS edition=9001:1 scope=All of it sites=Ulm,Bonn from=20260101 to=20261231 certificate=by X "
  "valid_until=20261127",
  "system id=ISMS edition=s:1 services=Hosting to=20270103 valid_until=20271127",
  "document id=D1 title=Policy clauses=9001:1/4,s:1/1",
  "document id=D2 clauses=t:1/1",
};

static const ims_param params[] = { IMSI_HELD_AT, IMSI_HELD_FOR };
static const ims_report report = {
  .name = "held", .params = params, .param_count = 2, .register_use = IMS_REGISTER_REQUIRED
};

typedef struct world {
  ims_model *model;
  ims_register *given;
  fixture_diags diags;
  imsi_reporter reporter;
  imsi_held held;
  ims_status status;
} world;

static void open_world(world *w, const ims_request *asked, bool with_register)
{
  *w = (world){ .model = fixture_model(standards) };
  w->given = fixture_register(w->model, lines, sizeof lines / sizeof *lines);
  ims_request request = *asked;
  request.evidence = with_register ? w->given : NULL;
  imsi_reporter_init(&w->reporter, fixture_sink(&w->diags));
  w->status = imsi_held_open(&w->held, &report, w->model, &request, &w->reporter);
}

static void close_world(world *w)
{
  imsi_held_close(&w->held);
  imsi_reporter_free(&w->reporter);
  fixture_diags_free(&w->diags);
  ims_register_free(w->given);
  ims_model_free(w->model);
}

static void expect_chosen(const ims_request *request, const char *expected)
{
  world w;
  open_world(&w, request, true);
  imsi_strbuf names = { 0 };
  imsi_held_name_systems(&w.held, w.held.chosen, &names);
  cr_expect_eq(w.status, IMS_OK, "%s", fixture_messages(&w.diags));
  cr_expect_str_eq(imsi_strbuf_string(&names), expected);
  imsi_strbuf_free(&names);
  close_world(&w);
}

static void expect_refused(const ims_request *request, ims_status status, const char *codes, const char *messages)
{
  world w;
  open_world(&w, request, true);
  cr_expect_eq(w.status, status);
  cr_expect_str_eq(fixture_codes(&w.diags), codes);
  cr_expect_str_eq(fixture_messages(&w.diags), messages);
  close_world(&w);
}

Test(held, systems_are_named_by_id_by_standard_or_by_edition)
{
  expect_chosen(WIDE({ "at", "2026-11-28" }), "QMS, ISMS, t");
  expect_chosen(WIDE({ "for", "isms" }), "ISMS");
  expect_chosen(WIDE({ "for", "9001" }), "QMS");
  expect_chosen(WIDE({ "for", "s" }), "ISMS"); /* although another edition is the default */
  expect_chosen(WIDE({ "for", "s:1" }), "ISMS");
  expect_chosen(WIDE({ "for", "t, QMS" }), "QMS, t");
  expect_chosen(WIDE({ "for", "t" }, { "for", "QMS" }), "QMS, t");
}

Test(held, what_no_system_is_held_against_is_refused)
{
  expect_refused(WIDE({ "for", "s:2" }), IMS_NOT_FOUND, "0:0 no-system",
                 "0:0 no system of the register is held against 's:2'; systems: QMS, ISMS, t\n");
  expect_refused(WIDE({ "for", "z" }), IMS_NOT_FOUND, "0:0 no-such-edition",
                 "0:0 there is no standard or edition 'z'; loaded: 9001:1, s:1, s:2, t:1\n");
}

static void expect_day(const char *at, ims_day day)
{
  static const char message[] = "0:0 --at takes a day, as in 2026-11-28\n";
  world w;
  ims_request request = *WIDE({ "at", at });
  request.today = 20260101;
  open_world(&w, &request, true);
  cr_expect_eq(w.status, day ? IMS_OK : IMS_INVALID, "%s", at);
  cr_expect_str_eq(fixture_messages(&w.diags), day ? "" : message);
  cr_expect_eq(w.held.day, day);
  close_world(&w);
}

Test(held, a_day_has_one_form_and_is_in_the_calendar)
{
  expect_day("2026-11-28", 20261128);
  expect_day("2024-02-29", 20240229);
  static const char *const wrong[] = { "",           "2026-1-28",  "28.11.2026", "2026-11-28 ",
                                       "2026-02-29", "2026-13-01", "20261128",   "2026/11/28",
                                       "2026-11-2x", "+026-11-28", "0000-00-00" };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    expect_day(wrong[i], 0);
}

Test(held, today_counts_where_no_day_is_given)
{
  world w;
  ims_request request = { .today = 20260101 };
  open_world(&w, &request, true);
  cr_expect_eq(w.held.day, 20260101);
  close_world(&w);
}

Test(held, a_register_is_needed)
{
  world w;
  open_world(&w, &(ims_request){ 0 }, false);
  cr_expect_eq(w.status, IMS_INVALID);
  cr_expect_str_eq(fixture_codes(&w.diags), "0:0 missing-argument");
  close_world(&w);
}

static void expect_captions(const ims_request *request, const char *expected)
{
  static const ims_column column = { "a", "A", IMS_COLUMN_TEXT, false };
  world w;
  ims_memory got = { 0 };
  ims_table *table = NULL;
  open_world(&w, request, true);
  imsi_table *unfinished = imsi_table_new("held", &column, 1);
  imsi_held_add_captions(&w.held, unfinished);
  cr_assert_eq(imsi_table_end(unfinished, &table), IMS_OK);
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    fixture_printf(&got, "%s\n", ims_table_caption(table, i));
  ims_table_free(table);
  close_world(&w);
  fixture_compare(&got, expected);
}

Test(held, a_table_is_headed_by_who_it_is_about)
{
  expect_captions(WIDE({ "at", "2026-11-28" }),
                  "Organization: Provider Ltd, 85 persons\n"
                  "System QMS: Q 1; scope: All of it; sites: Ulm,Bonn; certificate: by X, expired on 2026-11-27\n"
                  "System ISMS: S 1; services: Hosting; certificate: valid until 2027-11-27\n"
                  "System t: T 1; nobody listed it, the register cites its standard\n"
                  "As of 2026-11-28.\n");
  expect_captions(WIDE({ "for", "t" }), "Organization: Provider Ltd, 85 persons\n"
                                        "System t: T 1; nobody listed it, the register cites its standard\n"
                                        "No day is given: dates are not looked at.\n");
}

Test(held, a_period_that_has_ended_is_told)
{
  expect_captions(WIDE({ "at", "2027-01-03" }, { "for", "QMS" }),
                  "Organization: Provider Ltd, 85 persons\n"
                  "System QMS: Q 1; scope: All of it; sites: Ulm,Bonn; certificate: by X, expired on 2026-11-27\n"
                  "The period of QMS ended on 2026-12-31: records of it count, and show nothing of the time since.\n"
                  "As of 2027-01-03.\n");
  expect_captions(WIDE({ "at", "2027-01-04" }),
                  "Organization: Provider Ltd, 85 persons\n"
                  "System QMS: Q 1; scope: All of it; sites: Ulm,Bonn; certificate: by X, expired on 2026-11-27\n"
                  "System ISMS: S 1; services: Hosting; certificate: valid until 2027-11-27\n"
                  "System t: T 1; nobody listed it, the register cites its standard\n"
                  "The period of QMS ended on 2026-12-31, of ISMS on 2027-01-03: records of it count, and show nothing "
                  "of the time since.\n"
                  "As of 2027-01-04.\n");
}

Test(held, what_is_in_a_register_is_named_with_its_place)
{
  world w;
  imsi_strbuf text = { 0 };
  open_world(&w, &(ims_request){ 0 }, true);
  const ims_claim *claim = ims_claim_at(w.given, 1);
  imsi_held_name_entry(w.given, claim->entry, &text);
  imsi_strbuf_text(&text, ": ");
  imsi_held_name_claim(claim, &text);
  imsi_held_name_place(&w.held, claim->pos, &text);
  imsi_strbuf_text(&text, "; ");
  imsi_held_name_entry(w.given, ims_claim_at(w.given, 2)->entry, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "D1 Policy: s:1/1 (register:4); D2");
  imsi_strbuf_free(&text);
  close_world(&w);
}

Test(held, a_place_leaves_out_the_file_that_is_named_above_the_table)
{
  static const imsi_held workbook = { .workbook = "list.xlsx" }, several = { .workbook = NULL };
  const ims_pos cell = { "list.xlsx", 7, 2, "Documents" }, other = { "imsmap.xml", 7, 2, NULL };
  imsi_strbuf text = { 0 };
  imsi_held_place(&workbook, cell, &text);
  imsi_held_name_place(&workbook, other, &text);
  imsi_held_name_place(&several, cell, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "Documents!B7 (imsmap.xml:7) (list.xlsx:Documents!B7)");
  imsi_strbuf_free(&text);
}
