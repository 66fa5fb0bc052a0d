#include "unit/report/fixture_report.h"

#define NUMBERED(id, label, number, text) TERM(id, label, "number='" number "'", text)

/* a uses the words of v, b has its own, old is no longer in use */
#define OF_V                                                                                                           \
  NUMBERED("audit", "audit", "3.9", "Look.")                                                                           \
  NUMBERED("incident", "Incident", "3.10", "It breaks.")                                                               \
  TERM("fault", "fault", "", "Broken.") TERM("plan", "plan", "", "Thought.") TERM("ghost", "ghost", "", "White.")
#define OF_B                                                                                                           \
  NUMBERED("audit", "audit", "1", "See.")                                                                              \
  "<term id='i' name='incident' basis='b1'><gist>It leaks.</gist><note>No "                                            \
  "fault.</note><note>Ever.</note></term>" TERM("m", "major incident", "", "It floods.")                               \
      TERM("plan", "Plan", "", "Paper.") TERM("ghost", "ghost", "", "Grey.")
#define ROWS_V_B                                                                                                       \
  ROW("term:audit", "equal", "term:audit")                                                                             \
  TOLD("term:incident", "intersects", "term:i", BOTH("harm"), HERE("breaks"), THERE("leaks") "<note>Two.</note>")      \
  ROW("term:incident", "disjoint", "term:audit")                                                                       \
  "<none source='term:ghost'/>\n"
#define ROWS_OLD_V                                                                                                     \
  ROW("term:i", "equal", "term:incident") "<none target='term:fault' basis='b2'><note>Unheard of.</note></none>\n"
#define WORDS                                                                                                          \
  DOC(BASES NAMED_EDITION("v:1", "name='V' status='current'", OF_V)                                                    \
          NAMED_EDITION("a:1", "name='A' vocabulary='v:1'", "") NAMED_EDITION("b:1", "name='B'", OF_B)                 \
              NAMED_EDITION("old:1", "name='Old' status='superseded'", TERM("i", "incident", "", "It rusts."))         \
                  LABELLED_MAPPING("v:1", "b:1", "intersects='strict' basis='b2'", ROWS_V_B)                           \
                      MAPPING("old:1", "v:1", ROWS_OLD_V)                                                              \
                          LABELLED_MAPPING("b:1", "v:1", "status='reviewed'",                                          \
                                           TOLD("term:m", "subset", "term:fault", BOTH("bad"), "", THERE("small"))))

static void expect(const ims_request *request, const char *expected)
{
  fixture_expect_report(WORDS, "terms", request, expected);
}

/* ---- all words side by side ---- */

Test(terms, every_word_is_a_row_and_tells_whether_it_means_the_same)
{
  expect(&(ims_request){ .form = IMS_FORM_WIDE }, "audit|1|3.9|same\n"
                                                  "fault||used|\n"
                                                  "ghost|used|used|differs\n"
                                                  "incident|used|3.10|differs\n"
                                                  "major incident|used||\n"
                                                  "Plan|used|used|not compared\n");
}

Test(terms, has_a_column_for_each_edition_in_use_that_has_terms)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *table = fixture_table(model, "terms", &(ims_request){ .form = IMS_FORM_WIDE });
  fixture_expect_columns(table, "word, Word\nb:1, B\nv:1, V\nsame, Same\n");
  fixture_expect_captions(table, "Words of B\nWords of V, used by A\n");
  cr_expect_eq(ims_table_note_count(table), 2);
  ims_table_free(table);
  ims_model_free(model);
}

Test(terms, with_words_a_cell_holds_what_is_meant)
{
  fixture_expect_span(WORDS, "terms", &(ims_request){ .words = IMS_WORDS_INLINE }, "word", "v:1",
                      "audit|1: See.|3.9: Look.\n"
                      "fault||used: Broken.\n"
                      "ghost|used: Grey.|used: White.\n"
                      "incident|used: It leaks.|3.10: It breaks.\n"
                      "major incident|used: It floods.|\n"
                      "Plan|used: Paper.|used: Thought.\n");
}

Test(terms, two_terms_of_one_edition_may_have_the_same_word)
{
  fixture_expect_report(DOC(EDITION("a:1", TERM("x", "bank", "", "Money.") TERM("y", "Bank", "number='2'", "River."))),
                        "terms", &(ims_request){ .form = IMS_FORM_WIDE }, "bank|used / 2|not compared\n");
}

Test(terms, without_any_term_there_is_no_row)
{
  const char *empty = DOC(EDITION("a:1", CLAUSE("4", "", "")));
  ims_model *model = fixture_model(empty);
  fixture_expect_report(empty, "terms", &(ims_request){ .form = IMS_FORM_WIDE }, "");
  fixture_expect_report(empty, "terms", &(ims_request){ .form = IMS_FORM_LONG }, "");
  fixture_expect_refusal(model, "terms", WIDE({ "word", "x" }), IMS_NOT_FOUND,
                         "no-such-term: there is no term with 'x' in it\n");
  ims_model_free(model);
}

/* ---- one word ---- */

Test(terms, a_word_is_told_with_all_terms_that_have_it_the_whole_word_first)
{
  expect(WIDE({ "word", "INCIDENT" }),
         "incident|b:1 used||It leaks. / note: No fault. / note: Ever.\n"
         "incident|old:1 used||It rusts.\n"
         "Incident|v:1 3.10||It breaks.\n"
         "major incident|b:1 used||It floods.\n"
         "* The same word, different meanings|||\n"
         "incident|b:1|x|incident (old:1) [proposed] / follows from other rows\n"
         "incident|b:1|x|Incident (v:1) [proposed] / both: harm / only here: leaks / only there: breaks / Two.\n"
         "* The same word, the same meaning|||\n"
         "incident|old:1|=|Incident (v:1) [proposed]\n"
         "* Beside other words|||\n"
         "Incident|v:1|0|audit (b:1) [proposed]\n"
         "major incident|b:1|<|fault (v:1) / both: bad / only there: small\n");
}

Test(terms, what_has_no_counterpart_or_is_not_compared_is_told_too)
{
  expect(WIDE({ "word", "ghost" }), "ghost|b:1 used||Grey.\n"
                                    "ghost|v:1 used||White.\n"
                                    "* The same word, different meanings|||\n"
                                    "ghost|b:1||ghost (v:1) / somebody looked and found no counterpart\n");
  expect(WIDE({ "word", "plan" }), "Plan|b:1 used||Paper.\n"
                                   "plan|v:1 used||Thought.\n"
                                   "* The same word, open whether it means the same|||\n"
                                   "Plan|b:1||plan (v:1) / nobody has compared the two\n");
  expect(WIDE({ "word", "fau" }), "fault|v:1 used||Broken.\n"
                                  "* Beside other words|||\n"
                                  "fault|v:1|>|major incident (b:1) / both: bad / only here: small\n"
                                  "fault|v:1|-|no counterpart in old:1 / Unheard of.\n");
}

Test(terms, with_words_it_says_who_says_so_and_where)
{
  expect(WIDE_INLINE({ "word", "audit" }), "audit|b:1 1||See. / test.xml:5\n"
                                           "audit|v:1 3.9||Look. / test.xml:3\n"
                                           "* The same word, the same meaning|||\n"
                                           "audit|b:1|=|audit (v:1) [proposed] / b2 / test.xml:8\n"
                                           "* Beside other words|||\n"
                                           "audit|b:1|0|Incident (v:1) [proposed] / b2 / test.xml:10\n");
}

Test(terms, a_word_that_is_not_there_is_refused_with_the_nearest)
{
  ims_model *model = fixture_model(WORDS);
  fixture_expect_refusal(model, "terms", WIDE({ "word", "incidnt" }), IMS_NOT_FOUND,
                         "no-such-term: there is no term with 'incidnt' in it; nearest: incident, audit, fault\n");
  fixture_expect_refusal(model, "terms", LONG({ "word", "" }), IMS_INVALID, "bad-option: the word is empty\n");
  ims_model_free(model);
}

/* ---- the long form ---- */

Test(terms, the_long_form_has_fixed_columns)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *table = fixture_table(model, "terms", LONG({ "word", "audit" }));
  fixture_expect_columns(table, "kind, Kind\nedition, Edition\nref, Reference\nnumber, Number\nlabel, Word\n"
                                "text, In our words\nrelation, Rel.\nother, Other\nnote, Note\nbasis, Basis\n"
                                "place, Place\n(common, Both mean)\n(only_here, Only this means)\n"
                                "(only_there, Only the other means)\n(standing, Standing)\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(terms, the_long_form_warns_in_a_row_of_its_own)
{
  expect(LONG({ "word", "ghost" }),
         "term|b:1|b:1/term:ghost||ghost|Grey.|||||test.xml:5||||proposed\n"
         "term|v:1|v:1/term:ghost||ghost|White.|||||test.xml:3||||proposed\n"
         "warning|b:1|b:1/term:ghost||ghost|the same word, different meanings||v:1/term:ghost|||||||\n");
  fixture_expect_span(WORDS, "terms", LONG({ "word", "fault" }), "kind", "place",
                      "term|v:1|v:1/term:fault||fault|Broken.|||||test.xml:3\n"
                      "relation|v:1|v:1/term:fault||fault||>|b:1/term:m|||test.xml:18\n"
                      "relation|v:1|v:1/term:fault||fault||none|old:1|Unheard of.|b2|test.xml:15\n");
}

Test(terms, without_a_word_the_long_form_tells_those_in_use_and_what_has_the_same_word)
{
  fixture_expect_span(WORDS, "terms", &(ims_request){ .form = IMS_FORM_LONG }, "kind", "other",
                      "term|b:1|b:1/term:audit|1|audit|See.||\n"
                      "term|v:1|v:1/term:audit|3.9|audit|Look.||\n"
                      "term|v:1|v:1/term:fault||fault|Broken.||\n"
                      "term|b:1|b:1/term:ghost||ghost|Grey.||\n"
                      "term|v:1|v:1/term:ghost||ghost|White.||\n"
                      "term|b:1|b:1/term:i||incident|It leaks.||\n"
                      "term|v:1|v:1/term:incident|3.10|Incident|It breaks.||\n"
                      "term|b:1|b:1/term:m||major incident|It floods.||\n"
                      "term|b:1|b:1/term:plan||Plan|Paper.||\n"
                      "term|v:1|v:1/term:plan||plan|Thought.||\n"
                      "warning|b:1|b:1/term:ghost||ghost|the same word, different meanings||v:1/term:ghost\n"
                      "warning|b:1|b:1/term:i||incident|the same word, different meanings|x|v:1/term:incident\n"
                      "relation|b:1|b:1/term:i||incident||x|v:1/term:incident\n"
                      "relation|b:1|b:1/term:audit|1|audit||=|v:1/term:audit\n");
}

Test(terms, words_in_columns_are_the_long_form_of_a_word_and_the_plain_list_of_all)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *word = fixture_table(model, "terms", WIDE_COLUMNS({ "word", "audit" }));
  ims_table *all = fixture_table(model, "terms", &(ims_request){ .words = IMS_WORDS_COLUMNS });
  cr_expect_str_eq(ims_table_column(word, 0)->key, "kind");
  cr_expect_str_eq(ims_table_cell(all, 0, 1), "1");
  ims_table_free(word);
  ims_table_free(all);
  ims_model_free(model);
}
