#include "unit/report/fixture_report.h"

/* a uses the words of v, b has its own */
#define OF_V                                                                                                           \
  TERM("i", "incident", "number='3.1'", "It breaks.")                                                                  \
  TERM("r", "release", "", "A permission.") TERM("g", "ghost", "", "White.") TERM("p", "plan", "", "Thought.")
#define OF_B                                                                                                           \
  TERM("i", "incident", "", "It leaks.")                                                                               \
  TERM("r", "release", "", "A bundle.") TERM("e", "event", "", "Anything.") TERM("x", "extra", "", "More.")
#define ROWS                                                                                                           \
  TOLD("term:i", "intersects", "term:i", BOTH("harm"), HERE("breaks"), THERE("leaks"))                                 \
  ROW("term:i", "subset", "term:e")                                                                                    \
  ROW("term:r", "disjoint", "term:r") NONE("term:r") NONE("term:g") NONE_HERE("term:x")
#define WORDS                                                                                                          \
  DOC(BASES NAMED_EDITION("v:1", "name='V'", OF_V CLAUSE("4", "", ""))                                                 \
          NAMED_EDITION("a:1", "name='A' vocabulary='v:1'", CLAUSE("5", "", ""))                                       \
              NAMED_EDITION("b:1", "name='B' vocabulary='v:1'", OF_B)                                                  \
                  LABELLED_MAPPING("v:1", "b:1", "intersects='strict' basis='b1'", ROWS))
#define A_TO_B                                                                                                         \
  { "terms", NULL }, { "pivot", "a" },                                                                                 \
  {                                                                                                                    \
    "other", "b"                                                                                                       \
  }

static void expect(const ims_request *request, const char *expected)
{
  fixture_expect_report(WORDS, "correlate", request, expected);
}

Test(correlate_terms, a_row_is_a_word_and_a_cell_holds_words)
{
  expect(WIDE(A_TO_B), "incident|It breaks.|incident x [proposed] / event < [proposed]\n"
                       "release|A permission.|release 0 (another thing) [proposed]\n"
                       "ghost|White.|-\n"
                       "plan|Thought.|\n"
                       "* Of B, without counterpart in V||\n"
                       "-||extra: More.\n");
}

Test(correlate_terms, says_what_is_common_and_what_differs)
{
  fixture_expect_span(
      WORDS, "correlate", WIDE_INLINE(A_TO_B), "b:1", "b:1",
      "incident x [proposed] / both: harm / only the pivot: breaks / only this: leaks / event < [proposed]\n"
      "release 0 (another thing) [proposed]\n-\n\n* \nextra: More.\n");
  fixture_expect_span(WORDS, "correlate", WIDE_COLUMNS(A_TO_B), "b:1", "b:1 only_other",
                      "incident x [proposed] / event < [proposed]|incident: harm|incident: breaks|incident: leaks\n"
                      "release 0 (another thing) [proposed]|||\n-|||\n|||\n* |||\nextra: More.|||\n");
}

Test(correlate_terms, a_standard_stands_for_the_words_it_uses_its_own_first)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *table = fixture_table(model, "correlate", WIDE(A_TO_B));
  fixture_expect_captions(table, "Pivot: V\nBeside: B\nA uses the words of V\n");
  fixture_expect_columns(table, "word, Word\ngist, In our words\nb:1, B\n");
  ims_table_free(table);
  fixture_expect_refusal(model, "correlate", WIDE({ "terms", NULL }, { "pivot", "a" }, { "other", "v" }), IMS_INVALID,
                         "same-edition: 'v:1' is named twice; an edition is not correlated with itself\n");
  ims_model_free(model);
}

Test(correlate_terms, can_be_turned_round)
{
  expect(WIDE(A_TO_B, { "reverse", NULL }), "* Pivot B||\n"
                                            "incident|It leaks.|incident x [proposed]\n"
                                            "release|A bundle.|release 0 (another thing) [proposed]\n"
                                            "event|Anything.|incident > [proposed]\n"
                                            "extra|More.|-\n"
                                            "* Of V, without counterpart in B||\n"
                                            "-||release: A permission.\n"
                                            "-||ghost: White.\n");
}

Test(correlate_terms, the_long_form_names_terms_and_says_what_they_mean)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *table = fixture_table(model, "correlate", LONG(A_TO_B));
  fixture_expect_cells(table, "source", "relation",
                       "term:i|b:1|term:i|x\nterm:i|b:1|term:e|<\nterm:r|b:1|-|none\nterm:g|b:1|-|none\n"
                       "-|b:1|term:x|none\n");
  cr_expect_str_eq(ims_table_column(table, fixture_column(table, "common"))->title, "Both mean");
  ims_table_free(table);
  ims_model_free(model);
}

Test(correlate_terms, the_legend_is_of_meanings)
{
  ims_model *model = fixture_model(WORDS);
  ims_table *table = fixture_table(model, "correlate", WIDE(A_TO_B));
  cr_expect_eq(ims_table_note_count(table), 3);
  cr_expect(strncmp(ims_table_note(table, 0), "= the same meaning;", 19) == 0);
  ims_table_free(table);
  ims_model_free(model);
}
