#include "query/vocabulary.h"

#include "unit/report/fixture_report.h"

#define WORDS                                                                                                          \
  DOC(NAMED_EDITION("v:1", "name='V'", TERM("z", "Zeal", "", "x") TERM("a", "act 10", "", "x"))                        \
          NAMED_EDITION("a:1", "name='A' vocabulary='v:1' status='superseded'", CLAUSE("4", "", ""))                   \
              NAMED_EDITION("b:1", "name='B' vocabulary='v:1' status='transition'", TERM("z", "zeal", "", "x"))        \
                  NAMED_EDITION("c:1", "name='C' status='planned'", TERM("b", "Act 9", "", "x"))                       \
                      NAMED_EDITION("d:1", "name='D' vocabulary='a:1' status='current'", "")                           \
                          NAMED_EDITION("e:1", "name='E' status='withdrawn'", ""))

Test(vocabulary, own_terms_come_before_those_of_another_edition)
{
  static const char *const cases[][2] = { { "v:1", "v:1" }, { "a:1", "v:1" }, { "b:1", "b:1" },
                                          { "c:1", "c:1" }, { "d:1", NULL },  { "e:1", NULL } };
  ims_model *model = fixture_model(WORDS);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const ims_edition *found = imsi_vocabulary_of(model, fixture_edition(model, cases[i][0]));
    cr_expect_eq(found, cases[i][1] ? fixture_edition(model, cases[i][1]) : NULL, "%s", cases[i][0]);
  }
  ims_model_free(model);
}

Test(vocabulary, what_counts_today_is_in_use)
{
  ims_model *model = fixture_model(WORDS);
  cr_expect(imsi_vocabulary_in_use(fixture_edition(model, "v:1")));
  cr_expect(imsi_vocabulary_in_use(fixture_edition(model, "b:1")));
  cr_expect(imsi_vocabulary_in_use(fixture_edition(model, "d:1")));
  cr_expect_not(imsi_vocabulary_in_use(fixture_edition(model, "a:1")));
  cr_expect_not(imsi_vocabulary_in_use(fixture_edition(model, "c:1")));
  cr_expect_not(imsi_vocabulary_in_use(fixture_edition(model, "e:1")));
  ims_model_free(model);
}

Test(vocabulary, terms_come_by_word_without_case_in_natural_order_then_by_edition)
{
  ims_model *model = fixture_model(WORDS);
  imsi_terms terms = IMSI_TERMS;
  ims_memory got = { 0 };
  cr_assert_eq(imsi_terms_collect(model, &terms), IMS_OK);
  for (size_t i = 0; i < terms.list.count; i++) {
    const imsi_term *term = &IMSI_AT(imsi_term, &terms.list, i);
    fixture_printf(&got, "%s %s\n", term->word, ims_node_edition(model, term->node)->id);
  }
  fixture_compare(&got, "act 9 c:1\nact 10 v:1\nzeal b:1\nzeal v:1\n");
  imsi_terms_free(&terms);
  ims_model_free(model);
}
