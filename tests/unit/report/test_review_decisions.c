#include "ims/review.h"

#include "unit/report/fixture_report.h"

#define MODEL                                                                                                          \
  DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION("b:1", CLAUSE("7", "", ""))                      \
          MAPPING("a:1", "b:1", ROW("4", "subset", "7") NONE("5")))
#define HEAD "set,source,is,target,accept,dispute,reviewer,date,comment\n"
#define PAIR "a:1--b:1,a:1/4,subset,b:1/7,"

/* Decisions, then what was reported: "2:13 code: text". */
static void expect(const char *sheet, ims_status status, const char *expected)
{
  ims_model *model = fixture_model(MODEL);
  fixture_diags diags = { 0 };
  ims_memory got = { 0 };
  ims_table *table = NULL;
  cr_expect_eq(ims_review_decisions(model, "s.csv", sheet, strlen(sheet), fixture_sink(&diags), &table), status);
  if (table)
    fixture_rows(table, 0, SIZE_MAX, &got);
  for (size_t i = 0; i < diags.count; i++)
    fixture_printf(&got, "%u:%u %s: %s\n", diags.list[i].line, diags.list[i].column, ims_diag_code(diags.list[i].id),
                   diags.list[i].text);
  fixture_compare(&got, expected);
  ims_table_free(table);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(review_decisions, a_marked_row_is_a_decision)
{
  expect(HEAD PAIR "x,,Ann,2026-11-28,\n", IMS_OK, "Ann|2026-11-28|accept|a:1--b:1|4|7|subset|\n");
  expect(HEAD PAIR ",yes,Ann,28.11.2026,\" no\nway \"\n", IMS_OK,
         "Ann|2026-11-28|dispute|a:1--b:1|4|7|subset|no / way\n");
  expect(HEAD "a:1--b:1,a:1/5,none,b:1,OK,,Ann,2026-11-28,'=1\n", IMS_OK,
         "Ann|2026-11-28|accept|a:1--b:1|5||none|=1\n");
  expect(HEAD PAIR ",,Ann,2026-11-28,\n" PAIR "no,-,,,only a remark\n", IMS_OK, "");
}

Test(review_decisions, columns_are_found_by_name_or_title_in_any_order)
{
  expect("Date;Reviewer;Dispute;ACCEPT;More;Target;Is;Source;Set\n2026-11-28;Ann;;1;?;b:1/7;subset;a:1/4;a:1--b:1\n",
         IMS_OK, "Ann|2026-11-28|accept|a:1--b:1|4|7|subset|\n");
}

Test(review_decisions, a_sheet_without_a_column_is_refused)
{
  expect("set,source,is,target,accept,dispute,date\n", IMS_INVALID,
         "1:0 sheet-column: the first row of the sheet has no column 'reviewer'\n");
  expect("\n", IMS_INVALID,
         "1:0 sheet-column: the first row of the sheet has no column 'set'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'source'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'is'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'target'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'accept'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'dispute'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'reviewer'\n"
         "1:0 sheet-column: the first row of the sheet has no column 'date'\n");
  expect("", IMS_INVALID, "0:0 file-empty: the file is empty\n");
}

Test(review_decisions, a_sheet_in_windows_1252_is_read_with_a_warning)
{
  expect(
      HEAD PAIR "x,,Ren\xE9,2026-11-28,\n", IMS_OK,
      "Ren\xC3\xA9|2026-11-28|accept|a:1--b:1|4|7|subset|\n"
      "2:35 sheet-encoding: what begins here is not UTF-8: it is read as Windows-1252; save the sheet as CSV UTF-8 to "
      "be sure\n");
}

Test(review_decisions, a_quote_that_is_never_closed_does_not_hide_the_rest)
{
  expect(HEAD "\"" PAIR ",,,,\n" PAIR "x,,Ann,2026-11-28,\n", IMS_OK,
         "Ann|2026-11-28|accept|a:1--b:1|4|7|subset|\n"
         "2:1 sheet-quote: the quote that begins here is not closed where the cell ends: it is taken as a character\n");
}

Test(review_decisions, what_is_unclear_is_named_and_the_rest_taken)
{
  expect(HEAD PAIR "x,x,Ann,2026-11-28,\n" PAIR "maybe,,Ann,2026-11-28,\n" PAIR "x,,,2026-11-28,\n" PAIR
                   "x,,Ann,2026-13-01,\n" PAIR "x,,Ann,11/28/2026,\n" PAIR "x,,Bob,2026-11-28,\n",
         IMS_OK,
         "Bob|2026-11-28|accept|a:1--b:1|4|7|subset|\n"
         "2:31 review-unclear: the decision has no effect: accepted and disputed at once: 'x'\n"
         "3:29 review-unclear: the decision has no effect: neither yes nor no: 'maybe'\n"
         "4:32 review-unclear: the decision has no effect: no reviewer: ''\n"
         "5:36 review-unclear: the decision has no effect: no date of the form 2026-11-28: '2026-13-01'\n"
         "6:36 review-unclear: the decision has no effect: no date of the form 2026-11-28: '11/28/2026'\n");
}

Test(review_decisions, a_row_that_is_gone_or_says_something_else_is_named)
{
  expect(HEAD "nowhere,a:1/4,subset,b:1/7,x,,Ann,2026-11-28,\n"
              "a:1--b:1,a:1/9,subset,b:1/7,x,,Ann,2026-11-28,\n"
              "a:1--b:1,b:1/7,subset,a:1/4,x,,Ann,2026-11-28,\n"
              "a:1--b:1,a:1,none,b:1,x,,Ann,2026-11-28,\n"
              "a:1--b:1,a:1/4,equal,b:1/7,x,,Ann,2026-11-28,\n",
         IMS_OK,
         "2:1 review-unmatched: the review of 'a:1/4 and b:1/7' has no effect: 'nowhere' has no such row\n"
         "3:1 review-unmatched: the review of 'a:1/9 and b:1/7' has no effect: 'a:1--b:1' has no such row\n"
         "4:1 review-unmatched: the review of 'b:1/7 and a:1/4' has no effect: 'a:1--b:1' has no such row\n"
         "5:1 review-unmatched: the review of 'a:1 and b:1' has no effect: 'a:1--b:1' has no such row\n"
         "6:16 review-outdated: the review of 'a:1/4 and b:1/7' has no effect: it was of 'equal', and the row says "
         "'subset'\n");
}

Test(review_decisions, readers_who_disagree_are_both_heard_one_who_does_is_not)
{
  expect(HEAD PAIR "x,,Ann,2026-11-28,\n" PAIR ",x,Bob,2026-11-29,\n", IMS_OK,
         "Ann|2026-11-28|accept|a:1--b:1|4|7|subset|\n"
         "Bob|2026-11-29|dispute|a:1--b:1|4|7|subset|\n"
         "3:0 review-conflict: the row of 'a:1/4 and b:1/7' was accepted, and is disputed by 'Bob': it counts as "
         "proposed\n");
  expect(
      HEAD PAIR "x,,Ann,2026-11-28,\n" PAIR ",x,Ann,2026-11-28,\n", IMS_OK,
      "3:0 review-unclear: the decision has no effect: both accepted and disputed by one reader: 'a:1/4 and b:1/7'\n");
  expect(HEAD PAIR "x,,Ann,2026-11-28,\n" PAIR "x,,Ann,2026-11-28,\n", IMS_OK,
         "Ann|2026-11-28|accept|a:1--b:1|4|7|subset|\n");
}
