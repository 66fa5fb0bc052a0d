#include "query/words.h"

#include "unit/fixture_model.h"

#define EDITION(id, clauses) "<edition id='" id "' name='" id "'>" clauses "</edition>"
#define CLAUSE(number, more, provisions)                                                                               \
  "<clause number='" number "' force='requirement' " more ">" provisions "</clause>"
#define P(id, gist) "<provision id='" id "'><gist>" gist "</gist></provision>"
#define ROW(source, is, target, texts)                                                                                 \
  "<relation source='" source "' is='" is "' target='" target "'>" texts "</relation>"
#define COMMON(text) "<common>" text "</common>"
#define SOURCE_ONLY(text) "<source-only>" text "</source-only>"
#define TARGET_ONLY(text) "<target-only>" text "</target-only>"
#define MAPPING(id, source, target, rows)                                                                              \
  "<mapping-set id='" id "' source='" source "' target='" target "'>" rows "</mapping-set>"

static void join(ims_memory *memory, const char *title, const imsi_vec *texts)
{
  fixture_printf(memory, "%s[", title);
  for (size_t i = 0; i < texts->count; i++)
    fixture_printf(memory, "%s%s", i ? "|" : "", IMSI_AT(const char *, texts, i));
  fixture_printf(memory, "]");
}

/* Expects "common[..] source[..] target[..] open[..]" of a pair, and its weight. */
static void expect_words(const char *xml, const char *source, const char *target, bool homes, const char *expected)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *closure;
  imsi_words words;
  ims_memory memory = { 0 };
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  imsi_pair pair = { fixture_node(model, source), fixture_node(model, target), IMS_UNKNOWN, false };
  pair.relation = imsi_closure_relation(closure, pair.source, pair.target);
  cr_assert_eq(imsi_words_of(model, closure, &pair, homes, homes, &words), IMS_OK);
  join(&memory, "common", &words.common);
  join(&memory, " source", &words.source_only);
  join(&memory, " target", &words.target_only);
  join(&memory, " open", &words.unexamined);
  cr_expect_str_eq(memory.data, expected, "%s", memory.data);
  ims_memory_free(&memory);
  imsi_words_free(&words);
  imsi_closure_free(closure);
  ims_model_free(model);
}

Test(words, a_row_speaks_for_its_pair)
{
  const char *xml =
      DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1"))) EDITION("b:1", CLAUSE("7", "", P("1", "B1")))
              MAPPING("m", "a:1", "b:1",
                      ROW("4#1", "intersects", "7#1", COMMON("both") SOURCE_ONLY("only a") TARGET_ONLY("only b"))));
  expect_words(xml, "a:1/4", "b:1/7", false, "common[both] source[only a] target[only b] open[]");
  expect_words(xml, "b:1/7", "a:1/4", false, "common[both] source[only b] target[only a] open[]");
  expect_words(xml, "a:1/4#1", "b:1/7#1", false, "common[both] source[only a] target[only b] open[]");
}

Test(words, every_text_is_told_once)
{
  const char *xml =
      DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1") P("2", "A2"))) EDITION("b:1", CLAUSE("7", "", P("1", "B1")))
              MAPPING("m", "a:1", "b:1",
                      ROW("4#1", "subset", "7#1", COMMON("both") TARGET_ONLY("more"))
                          ROW("4#2", "subset", "7#1", COMMON("both") TARGET_ONLY("more"))));
  expect_words(xml, "a:1/4", "b:1/7", false, "common[both] source[] target[more] open[]");
}

#define THROUGH(first, first_texts, second, second_texts)                                                              \
  DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1"))) EDITION("b:1", CLAUSE("7", "", P("1", "B1")))                      \
          EDITION("h:1", CLAUSE("1", "", P("1", "H1")))                                                                \
              MAPPING("m", "a:1", "h:1", ROW("4#1", first, "1#1", first_texts))                                        \
                  MAPPING("n", "b:1", "h:1", ROW("7#1", second, "1#1", second_texts)))

Test(words, through_a_third_what_each_adds_stays_its_own)
{
  expect_words(
      THROUGH("superset", COMMON("hub one") SOURCE_ONLY("a more"), "superset", COMMON("hub two") SOURCE_ONLY("b more")),
      "a:1/4", "b:1/7", false, "common[hub two] source[a more] target[b more] open[]");
}

Test(words, through_a_third_what_is_missing_is_the_others)
{
  /* a = h, b < h: what h has beyond b, a has beyond b */
  expect_words(THROUGH("equal", COMMON("all"), "subset", COMMON("some") TARGET_ONLY("the rest")), "a:1/4", "b:1/7",
               false, "common[some] source[the rest] target[] open[]");
  expect_words(THROUGH("subset", COMMON("some") TARGET_ONLY("the rest"), "equal", COMMON("all")), "a:1/4", "b:1/7",
               false, "common[some] source[] target[the rest] open[]");
}

Test(words, what_does_not_overlap_for_certain_is_not_told)
{
  expect_words(THROUGH("subset", COMMON("x") TARGET_ONLY("y"), "subset", COMMON("z") TARGET_ONLY("w")), "a:1/4",
               "b:1/7", false, "common[] source[] target[] open[]");
}

Test(words, a_longer_chain_is_told_in_the_words_of_the_smaller)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1"))) EDITION("b:1", CLAUSE("7", "", P("1", "B1")))
                            EDITION("g:1", CLAUSE("1", "", P("1", "G1"))) EDITION("h:1", CLAUSE("1", "", P("1", "H1")))
                                MAPPING("m", "a:1", "g:1", ROW("4#1", "superset", "1#1", ""))
                                    MAPPING("n", "g:1", "h:1", ROW("1#1", "superset", "1#1", ""))
                                        MAPPING("o", "h:1", "b:1", ROW("1#1", "superset", "7#1", "")));
  expect_words(xml, "a:1/4", "b:1/7", false, "common[B1] source[] target[] open[]");
  expect_words(xml, "b:1/7", "a:1/4", false, "common[B1] source[] target[] open[]");
}

Test(words, what_was_looked_for_in_vain_is_told_at_the_home_of_the_pair)
{
  const char *xml = DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1") P("2", "A2") P("3", "A3")))
                            EDITION("b:1", CLAUSE("7", "", P("1", "B1") P("2", "B2")))
                                MAPPING("m", "a:1", "b:1",
                                        ROW("4#1", "equal", "7#1", COMMON("both")) "<none source='4#2'/>"
                                                                                   "<none target='7#2'/>"));
  expect_words(xml, "a:1/4", "b:1/7", true, "common[both] source[A2] target[B2] open[4#3]");
  expect_words(xml, "a:1/4", "b:1/7", false, "common[both] source[] target[] open[]");
}

Test(words, guidance_is_never_told)
{
  const char *xml = DOC(
      EDITION("a:1", CLAUSE("4", "", P("1", "A1") "<provision id='n' force='guidance'><gist>note</gist></provision>"))
          EDITION("b:1",
                  CLAUSE("7", "", P("1", "B1") "<provision id='n' force='guidance'><gist>note</gist></provision>"))
              MAPPING("m", "a:1", "b:1",
                      ROW("4#1", "equal", "7#1", COMMON("both")) ROW("4#n", "equal", "7#n", COMMON("notes"))));
  expect_words(xml, "a:1/4", "b:1/7", true, "common[both] source[] target[] open[]");
}

Test(words, sub_clauses_speak_for_themselves)
{
  const char *xml =
      DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1")) CLAUSE("4.1", "parent='4'", P("1", "A41")))
              EDITION("b:1", CLAUSE("7", "", P("1", "B1")))
                  MAPPING("m", "a:1", "b:1",
                          ROW("4#1", "equal", "7#1", COMMON("own")) ROW("4.1#1", "subset", "7#1", COMMON("below"))));
  expect_words(xml, "a:1/4", "b:1/7", false, "common[own] source[] target[] open[]");
  expect_words(xml, "a:1/4.1", "b:1/7", false, "common[below] source[] target[] open[]");
}

Test(words, items_say_more_than_their_provision)
{
  const char *xml =
      DOC(EDITION(
          "a:1",
          CLAUSE("4", "", "<provision id='1'><gist>A1</gist><item id='a'>Aa</item><item id='b'>Ab</item></provision>"))
              EDITION("b:1", CLAUSE("7", "", "<provision id='1'><gist>B1</gist><item id='a'>Ba</item></provision>"))
                  MAPPING("m", "a:1", "b:1", ROW("4#a", "equal", "7#a", COMMON("the item")) "<none source='4#b'/>"));
  expect_words(xml, "a:1/4", "b:1/7", true, "common[the item] source[Ab] target[] open[]");
}

Test(words, the_weight_counts_what_is_shared_most_specifically)
{
  ims_model *model =
      fixture_model(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A1") P("2", "A2")))
                            EDITION("b:1", CLAUSE("7", "", P("1", "B1") P("2", "B2")) CLAUSE("8", "", ""))
                                MAPPING("m", "a:1", "b:1",
                                        ROW("4#1", "equal", "7#1", "") ROW("4#2", "intersects", "7#2", "")
                                            ROW("4", "intersects", "8", ""))));
  imsi_closure *closure;
  size_t weight = 99;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  imsi_pair pair = { fixture_node(model, "a:1/4"), fixture_node(model, "b:1/7"), IMS_OVERLAPS, false };
  cr_assert_eq(imsi_words_weight(model, closure, &pair, &weight), IMS_OK);
  cr_expect_eq(weight, 2);
  pair.target = fixture_node(model, "b:1/8");
  cr_assert_eq(imsi_words_weight(model, closure, &pair, &weight), IMS_OK);
  cr_expect_eq(weight, 0);
  imsi_closure_free(closure);
  ims_model_free(model);
  imsi_words_free(NULL);
}
