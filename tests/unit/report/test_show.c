#include "unit/report/fixture_report.h"

#define SHOW(reference) LONG({ "reference", reference })

static void expect(const char *xml, const ims_request *request, const char *expected)
{
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, "show", request);
  ims_memory got = { 0 };
  fixture_rows(table, 0, 5, &got); /* from the kind to the detail */
  fixture_compare(&got, expected);
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- an edition ---- */

#define LISTED                                                                                                         \
  DOC(NAMED_EDITION("a:1", "name='ISO A:1' title='Quality' status='superseded'",                                       \
                    "<note>Lettered by hand.</note><amendment id='Amd 1' published='2024-02'><note>Climate.</note>"    \
                    "</amendment><amendment id='Cor 1'><note>Typing errors.</note></amendment>"                        \
                    "<term id='t' name='t'><gist>x</gist></term>"                                                      \
                    "<clause number='4' title='Context' force='requirement' unconfirmed='title'/>"                     \
                    "<clause number='4.1' parent='4' force='requirement' unconfirmed='number'>" P("1", "x") FORCED(    \
                        "2", "guidance", "x") "</clause>"                                                              \
                                              "<clause number='A.5' title='Controls' force='control'>" P("1", "x")     \
                                                  P("2", "x") "</clause>") EDITION("a:2", CLAUSE("4", "", ""))         \
          EDITION("b:1", ""))

Test(show, an_edition_is_the_list_of_its_clauses)
{
  /* an untitled clause stays without a title, so that a list can be compared with another one */
  fixture_expect_report(LISTED, "show", SHOW("a:1"),
                        "# a:1|4|Context|requirement||title|0\n"
                        "a:1|4.1||requirement|4|number|1\n"
                        "# a:1|A.5|Controls|control|||2\n");
}

Test(show, a_list_has_fixed_columns)
{
  ims_model *model = fixture_model(LISTED);
  ims_table *table = fixture_table(model, "show", SHOW("b"));
  fixture_expect_columns(table, "edition, Edition\nnumber, Number\ntitle, Title\nforce, Force\nparent, Parent\n"
                                "(unconfirmed, Unconfirmed)\n(provisions, Provisions)\n");
  cr_expect_eq(ims_table_row_count(table), 0);
  cr_expect_str_eq(ims_table_name(table), "show");
  ims_table_free(table);
  ims_model_free(model);
}

Test(show, an_edition_is_headed_by_its_name_and_amendments)
{
  ims_model *model = fixture_model(LISTED);
  ims_table *table = fixture_table(model, "show", SHOW("a:1"));
  fixture_expect_captions(table, "ISO A:1, Quality (superseded)\nAmd 1 (2024-02): Climate.\nCor 1: Typing errors.\n");
  fixture_expect_notes(table, "Lettered by hand.\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(show, an_edition_may_be_named_with_its_publisher)
{
  fixture_expect_report(DOC(EDITION("27001:2022", CLAUSE("4", "", ""))), "show", SHOW("ISO/IEC 27001"),
                        "# 27001:2022|4|T4|requirement|||0\n");
  fixture_expect_report(DOC(EDITION("9001:2015", CLAUSE("4", "", ""))), "show", SHOW("ISO 9001:2015"),
                        "# 9001:2015|4|T4|requirement|||0\n");
}

/* ---- a clause and what is in it ---- */

#define FULL                                                                                                           \
  DOC(BASES EDITION(                                                                                                   \
      "a:1",                                                                                                           \
      "<term id='incident' name='incident' number='3.1' basis='b1' status='reviewed' confidence='0.5'>"                \
      "<gist>something goes wrong</gist><note>not an accident</note></term>"                                           \
      "<clause number='4' title='Context' force='requirement'/>"                                                       \
      "<clause number='4.1' parent='4' force='requirement' unconfirmed='number' basis='b1'><note>Read with "           \
      "6.1.</note>"                                                                                                    \
      "<provision id='1' applies='system' phase='plan' condition='there is one' method='extend' record='shared' "      \
      "basis='b2' status='reviewed' confidence='0.85'><gist>Know what matters.</gist><item id='a'>inside</item>"       \
      "<item id='b'>outside</item><item id='b1' in='b'>the law</item>"                                                 \
      "<duty kind='document' verb='maintain' condition='asked for' basis='b1'>list of issues</duty>"                   \
      "<duty kind='record' verb='retain'>results</duty><note>Ask widely.</note></provision>"                           \
      "<provision id='2' force='guidance'><gist>Climate may be one.</gist></provision></clause>"                       \
      "<clause number='4.1.1' title='Below' parent='4.1' force='requirement'>" P("1", "Shown too.") "</clause>"))

Test(show, a_clause_comes_with_all_that_is_in_it_sub_clauses_too)
{
  expect(FULL, SHOW("a/4.1"),
         "# clause|a:1/4.1||(Context) [number unconfirmed]|requirement|\n"
         "note|a:1/4.1||Read with 6.1.||\n"
         "provision|a:1/4.1#1||Know what matters.|requirement|only if there is one, applies to system, phase plan, "
         "method extend, record shared, reviewed, confidence 0.85\n"
         "note|a:1/4.1#1||Ask widely.||\n"
         "document|a:1/4.1#1||list of issues||verb maintain, only if asked for\n"
         "record|a:1/4.1#1||results||verb retain\n"
         "item|a:1/4.1#a||inside|requirement|\n"
         "item|a:1/4.1#b||outside|requirement|\n"
         "item|a:1/4.1#b1||the law|requirement|\n"
         "provision|a:1/4.1#2||Climate may be one.|guidance|proposed\n"
         "# clause|a:1/4.1.1||Below|requirement|\n"
         "provision|a:1/4.1.1#1||Shown too.|requirement|proposed\n");
}

Test(show, a_provision_comes_with_its_items_only)
{
  expect(FULL, SHOW("a/4.1#2"), "provision|a:1/4.1#2||Climate may be one.|guidance|proposed\n");
  expect(FULL, SHOW("a/4.1#b"),
         "item|a:1/4.1#b||outside|requirement|\n"
         "item|a:1/4.1#b1||the law|requirement|\n");
}

Test(show, a_term_is_told_with_its_name_and_number)
{
  expect(FULL, SHOW("a/term:incident"),
         "term|a:1/term:incident||incident: something goes wrong||number 3.1, reviewed, confidence 0.5\n"
         "note|a:1/term:incident||not an accident||\n");
}

Test(show, the_caption_names_the_edition)
{
  ims_model *model = fixture_model(LISTED);
  ims_table *table = fixture_table(model, "show", SHOW("a:1/4"));
  fixture_expect_captions(table, "ISO A:1, Quality (superseded)\n");
  ims_table_free(table);
  ims_model_free(model);
}

/* ---- counterparts ---- */

Test(show, counterparts_of_every_other_edition_follow)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")))
                 EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")) CLAUSE("6", "", "")) EDITION("c:1", CLAUSE("7", "", ""))
                     MAPPING("a:1", "b:1", ROW("4#1", "subset", "5#1") ROW("4", "intersects", "6"))
                         MAPPING("c:1", "a:1", ROW("7", "equal", "4"))),
         SHOW("a/4"),
         "# clause|a:1/4||T4|requirement|\n"
         "provision|a:1/4#1||A.|requirement|proposed\n"
         "counterpart|b:1/5|<|T5|requirement|entailed, proposed\n"
         "counterpart|b:1/6|x|T6|requirement|stated, proposed\n"
         "counterpart|c:1/7|=|T7|requirement|stated, proposed\n");
}

Test(show, a_stated_counterpart_says_how_sure_it_is_and_what_it_means_for_re_use)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A."))) EDITION("b:1", CLAUSE("5", "", P("1", "B."))) MAPPING(
             "a:1", "b:1",
             "<relation source='4#1' is='equal' target='5#1' strength='9' confidence='0.8' status='reviewed' "
             "method='as-is' record='own' move='carried'><note>Twins.</note></relation>\n")),
         SHOW("b/5#1"),
         "provision|b:1/5#1||B.|requirement|proposed\n"
         "counterpart|a:1/4#1|=|A.|requirement|stated, reviewed, carried, strength 9, confidence 0.8, method as-is, "
         "record own. Twins.\n");
}

Test(show, items_and_terms_have_counterparts_of_their_kind)
{
  static const char xml[] = DOC(
      EDITION("a:1",
              "<term id='t' name='t'><gist>x</gist></term>" CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "a"))))
          EDITION("b:1", "<term id='u' name='u'><gist>y</gist></term>" CLAUSE("5", ALL,
                                                                              PARTED("1", "own", "B.", ITEM("b", "b"))))
              MAPPING("a:1", "b:1", ROW("4#a", "equal", "5#b") ROW("term:t", "subset", "term:u")));
  expect(xml, SHOW("a/4#a"), "item|a:1/4#a||a|own|\ncounterpart|b:1/5#b|=|b|own|stated, proposed\n");
  expect(xml, SHOW("a/term:t"), "term|a:1/term:t||t: x||proposed\ncounterpart|b:1/term:u|<|u: y||stated, proposed\n");
}

Test(show, of_a_demand_provisions_and_items_are_counterparts_alike)
{
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "a")) P("2", "A two.")))
              EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("b", "b") ITEM("c", "c")) P("2", "B two.")))
                  MAPPING("a:1", "b:1", ROW("4#2", "equal", "5#b") ROW("4#a", "equal", "5#2")));
  /* a provision whose counterpart is an item: what follows for the provision around the item is not told again */
  expect(xml, SHOW("a/4#2"),
         "provision|a:1/4#2||A two.|requirement|proposed\n"
         "counterpart|b:1/5#b|=|b|own|stated, proposed\n");
  expect(xml, SHOW("a/4#a"), "item|a:1/4#a||a|own|\ncounterpart|b:1/5#2|=|B two.|requirement|stated, proposed\n");
  /* and the other way round */
  expect(xml, SHOW("b/5#b"), "item|b:1/5#b||b|own|\ncounterpart|a:1/4#2|=|A two.|requirement|stated, proposed\n");
  expect(xml, SHOW("b/5#2"),
         "provision|b:1/5#2||B two.|requirement|proposed\ncounterpart|a:1/4#a|=|a|own|stated, proposed\n");
}

Test(show, a_stated_counterpart_is_told_beside_its_item)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")))
                 EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("b", "b"))))
                     MAPPING("a:1", "b:1", ROW("4#1", "subset", "5#1") ROW("4#1", "intersects", "5#b"))),
         SHOW("a/4#1"),
         "provision|a:1/4#1||A.|requirement|proposed\n"
         "counterpart|b:1/5#1|<|B.|own|stated, proposed\n"
         "counterpart|b:1/5#b|x|b|own|stated, proposed\n");
}

Test(show, a_demand_with_an_item_as_counterpart_has_no_verdict_of_its_clause)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A two.")))
                 EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("b", "b"))))
                     MAPPING("a:1", "b:1", ROW("4#1", "equal", "5#b") NONE("4#2"))),
         SHOW("a/4#2"),
         "provision|a:1/4#2||A two.|requirement|proposed\nnone|b:1|-|no counterpart was found||proposed\n");
}

Test(show, another_thing_says_which_of_our_demands_it_is_not)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", PARTED("1", "own", "A.", ITEM("a", "a")) P("2", "A two.")))
                 EDITION("b:1", CLAUSE("5", "", P("1", "B.") P("2", "B two.")))
                     MAPPING("a:1", "b:1", ROW("4#a", "disjoint", "5#1") ROW("4#2", "disjoint", "5#2"))),
         SHOW("a/4"),
         "# clause|a:1/4||T4|requirement|\nprovision|a:1/4#1||A.|own|proposed\nitem|a:1/4#a||a|own|\n"
         "provision|a:1/4#2||A two.|requirement|proposed\n"
         "another thing|b:1/5#1|0|B.|requirement|not 4#a, proposed\n"
         "another thing|b:1/5#2|0|B two.|requirement|not 4#2, proposed\n");
}

Test(show, a_verdict_is_told_with_its_note)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", ALL, P("1", "A."))) EDITION("b:1", "") EDITION("c:1", "")
                 MAPPING("a:1", "b:1",
                         "<none source='4' status='reviewed' confidence='0.9'><note>Nobody asks.</note></none>\n" NONE(
                             "5#1"))),
         SHOW("a/4"), "# clause|a:1/4||T4|requirement|\nnone|b:1|-|Nobody asks.||reviewed, confidence 0.9\n");
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", ALL, P("1", "A."))) EDITION("b:1", "")
                 MAPPING("a:1", "b:1", NONE("5#1"))),
         SHOW("a/5"),
         "# clause|a:1/5||T5|requirement|\nprovision|a:1/5#1||A.|requirement|proposed\n"
         "none|b:1|-|no counterpart was found||proposed\n");
}

Test(show, what_is_easily_confused_is_kept_apart)
{
  expect(DOC(EDITION("a:1", CLAUSE("6.3", "", P("1", "A."))) EDITION("b:1", CLAUSE("6.3", "", P("1", "B."))) MAPPING(
             "b:1", "a:1",
             "<relation source='6.3#1' is='disjoint' target='6.3#1'><note>Same number.</note></relation>\n")),
         SHOW("a/6.3"),
         "# clause|a:1/6.3||T6.3|requirement|\nprovision|a:1/6.3#1||A.|requirement|proposed\n"
         "another thing|b:1/6.3#1|0|B.|requirement|not 6.3#1, proposed. Same number.\n");
}

Test(show, what_nobody_examined_has_no_line)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("4", "", ""))), SHOW("a/4"),
         "# clause|a:1/4||T4|requirement|\n");
}

Test(show, guidance_never_is_the_counterpart_of_a_demand)
{
  expect(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") FORCED("2", "guidance", "A note.")))
                 EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") FORCED("2", "guidance", "B note.")))
                     MAPPING("a:1", "b:1", ROW("4#2", "equal", "5#2"))),
         SHOW("a/4"),
         "# clause|a:1/4||T4|requirement|\nprovision|a:1/4#1||A.|requirement|proposed\n"
         "provision|a:1/4#2||A note.|guidance|proposed\n");
}

/* ---- who says so, and where ---- */

#define SOURCED                                                                                                        \
  DOC(BASES EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))                                    \
          EDITION("h:1", CLAUSE("1", "", "")) LABELLED_MAPPING("a:1", "h:1", "basis='b2'", ROW("4", "superset", "1"))  \
              LABELLED_MAPPING("h:1", "b:1", "basis='b1'", ROW("1", "equal", "5")))

Test(show, in_columns_every_line_says_who_and_where)
{
  const ims_request *const requests[] = { WIDE_COLUMNS({ "reference", "a/4" }), LONG({ "reference", "a/4" }) };
  for (size_t i = 0; i < 2; i++)
    fixture_expect_report(SOURCED, "show", requests[i],
                          "# clause|a:1/4||T4|requirement|||||||test.xml:3\n"
                          "counterpart|b:1/5|>|T5|requirement|entailed, proposed|||||b2 b1|test.xml:7 / test.xml:10\n"
                          "counterpart|h:1/1|>|T1|requirement|stated, proposed|||||b2|test.xml:7\n");
  ims_model *model = fixture_model(SOURCED);
  ims_table *table = fixture_table(model, "show", LONG({ "reference", "a/4" }));
  fixture_expect_columns(table, "kind, Kind\nref, Reference\nrelation, Rel.\ntext, In our words\nforce, Force\n"
                                "detail, Detail\nof, Of\n(common, Both ask)\n(only_here, Only this asks)\n"
                                "(only_there, Only the other asks)\nbasis, Basis\nplace, Place\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(show, in_prose_it_stands_below_the_detail)
{
  fixture_expect_report(SOURCED, "show", WIDE_INLINE({ "reference", "a/4" }),
                        "# 4||T4|requirement / test.xml:3\n"
                        "* In b:1|||\n"
                        "5|>|T5|entailed, proposed / b2 b1 / test.xml:7 / test.xml:10\n"
                        "* In h:1|||\n"
                        "1|>|T1|stated, proposed / b2 / test.xml:7\n");
}

/* ---- the wide form ---- */

#define SHOWN                                                                                                          \
  DOC(EDITION("a:1",                                                                                                   \
              "<clause number='4' title='T4' force='requirement' provisions='all'>"                                    \
              "<provision id='1' phase='plan' condition='it rains'><gist>A.</gist><item id='a'>a</item>"               \
              "<duty kind='record' verb='retain'>a record</duty><note>See.</note></provision>" FORCED(                 \
                  "2", "permission", "May.") "</clause>" CLAUSE("4.1", UNDER("4"), P("1", "Below."))                   \
                  CLAUSE("4.2", UNDER("4"),                                                                            \
                         P("1", "Alone."))) NAMED_EDITION("b:1",                                                       \
                                                          "name='B one' kind='requirements' status='superseded'",      \
                                                          CLAUSE("5", ALL, P("1", "B.") P("2", "B two.")))             \
          NAMED_EDITION(                                                                                               \
              "c:1", "name='C one' kind='requirements' status='current'",                                              \
              CLAUSE("6", ALL, P("1", "C."))) NAMED_EDITION("g:1", "name='G' kind='guidance'",                         \
                                                            "<clause number='4' title='G4' force='guidance'/>")        \
              MAPPING("a:1", "b:1",                                                                                    \
                      TOLD("4.1#1", "intersects", "5#1", BOTH("both"), HERE("here"), THERE("there")) NONE("4.2#1")     \
                          ROW("4#1", "disjoint", "5#2")) MAPPING("a:1", "c:1", NONE("4"))                              \
                  MAPPING(                                                                                             \
                      "g:1", "a:1",                                                                                    \
                      "<guidance source='4' target='4'><note>Long.</note></guidance>\n") "<topic id='t' title='Talk' " \
                                                                                         "verdict='merge'><member "    \
                                                                                         "edition='a:1' "              \
                                                                                         "of='4.1#1'/></topic>"        \
                                                                                         "<check id='T1' "             \
                                                                                         "title='Check' "              \
                                                                                         "severity='warning' "         \
                                                                                         "group='g'><gist>x<"          \
                                                                                         "/gist><member "              \
                                                                                         "edition='a:1' "              \
                                                                                         "of='4'/></check>\n")

Test(show, the_wide_form_has_a_section_for_each_kind_of_thing)
{
  fixture_expect_report(SHOWN, "show", WIDE({ "reference", "a/4" }),
                        "# 4||T4|requirement\n"
                        "4#1||A.|only if it rains\n"
                        "4#1||See.|note\n"
                        "4#1||a record|record retain\n"
                        "4#a||a|\n"
                        "4#2||May.|permission\n"
                        "# 4.1||T4.1|\n"
                        "4.1#1||Below.|\n"
                        "# 4.2||T4.2|\n"
                        "4.2#1||Alone.|\n"
                        "* In C one|||\n"
                        "-|-|no counterpart was found|proposed\n"
                        "* In B one (superseded)|||\n"
                        "5|~|T5 / both: both|entailed, proposed, of 4.1\n"
                        "-|-|no counterpart was found|proposed, of 4.2\n"
                        "* Another thing, easily confused with it|||\n"
                        "b:1/5#2|0|B two.|not 4#1, proposed\n"
                        "* Explained by (guidance is never held against anybody)|||\n"
                        "g:1/4||G4|guidance, no criterion\n"
                        "* Topics on which one policy or procedure is usual|||\n"
                        "t||Talk|merge\n"
                        "* Checks that rest on it|||\n"
                        "T1||Check|warning\n");
}

Test(show, with_words_the_wide_form_tells_all)
{
  fixture_expect_report(SHOWN, "show", WIDE_INLINE({ "reference", "a/4.1" }),
                        "# 4.1||T4.1|requirement / test.xml:2\n"
                        "4.1#1||Below.|proposed / test.xml:2\n"
                        "* In C one|||\n"
                        "-|-|no counterpart was found|proposed / test.xml:12\n"
                        "* In B one (superseded)|||\n"
                        "5|~|T5 / both: both / only here: here / only there: there|entailed, proposed / test.xml:7\n"
                        "* Topics on which one policy or procedure is usual|||\n"
                        "t||Talk|merge / test.xml:17\n");
}

Test(show, guidance_says_what_it_explains)
{
  fixture_expect_report(SHOWN, "show", WIDE({ "reference", "g/4" }),
                        "# 4||G4|guidance\n"
                        "* Explains|||\n"
                        "a:1/4||T4|requirement\n");
}

Test(show, licensed_text_never_reaches_a_report)
{
  ims_model *model = fixture_model(
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", "", ""))
              MAPPING("a:1", "b:1", ROW("4", "equal", "5")) "<overlay edition='a:1'><text of='4'>licensed</text>"
                                                            "<text of='4#1'>licensed</text></overlay>\n"));
  const ims_request *const requests[] = { WIDE_COLUMNS({ "reference", "a/4" }), WIDE_INLINE({ "reference", "b/5" }),
                                          LONG({ "reference", "a" }) };
  cr_assert_str_eq(ims_node_overlay(model, fixture_node(model, "a:1/4")), "licensed");
  for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
    ims_memory got = { 0 };
    ims_table *table = fixture_table(model, "show", requests[i]);
    fixture_rows(table, 0, SIZE_MAX, &got);
    cr_expect_null(strstr(got.data, "licensed"), "%s", got.data);
    ims_memory_free(&got);
    ims_table_free(table);
  }
  ims_model_free(model);
}

/* ---- what is refused ---- */

Test(show, what_is_not_there_is_refused)
{
  ims_model *model = fixture_model(DOC(EDITION("27001:2013", CLAUSE("A.9.2.3", "", "")) NAMED_EDITION(
      "27001:2022", "name='N' default='yes'", CLAUSE("A.5.18", "", ""))));
  fixture_expect_refusal(model, "show", SHOW("14001"), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition '14001'; loaded: 27001:2013, 27001:2022\n");
  fixture_expect_refusal(model, "show", SHOW("14001/4"), IMS_NOT_FOUND,
                         "no-such-edition: there is no standard or edition '14001'; loaded: 27001:2013, 27001:2022\n");
  fixture_expect_refusal(model, "show", SHOW("27001/A.9.2.3"), IMS_NOT_FOUND,
                         "no-such-reference: there is no 'A.9.2.3' in 27001:2022; it is in 27001:2013\n");
  fixture_expect_refusal(model, "show", SHOW("27001/A.5.1"), IMS_NOT_FOUND,
                         "no-such-reference: there is no 'A.5.1' in 27001:2022; nearest: A.5.18\n");
  fixture_expect_refusal(
      model, "show", &(const ims_request){ 0 }, IMS_INVALID,
      "missing-argument: 'show' needs to be told: an edition (9001:2015), a clause (27001/A.5.19), a provision or item "
      "(9001/9.3.2#d), a term (20000-1/term:incident)\n");
  ims_model_free(model);
}
