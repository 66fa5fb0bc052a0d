#include "query/words.h"

#include "unit/report/fixture_report.h"

typedef struct fixture_words {
  ims_model *model;
  imsi_closure *closure;
} fixture_words;

static fixture_words close_document(const char *xml)
{
  fixture_words f = { fixture_model(xml), NULL };
  cr_assert_eq(imsi_closure_new(f.model, &f.closure), IMS_OK);
  return f;
}

static void release(fixture_words *f)
{
  imsi_closure_free(f->closure);
  ims_model_free(f->model);
}

static imsi_pair pair_of(const fixture_words *f, const char *source, const char *target)
{
  const ims_node from = fixture_node(f->model, source), to = fixture_node(f->model, target);
  return (imsi_pair){ from, to, imsi_closure_relation(f->closure, from, to), false };
}

static void print(ims_memory *text, const char *title, const imsi_vec *texts)
{
  for (size_t i = 0; i < texts->count; i++)
    fixture_printf(text, "%s%s", i ? "; " : title, IMSI_AT(const char *, texts, i));
  if (texts->count)
    fixture_printf(text, "\n");
}

static void expect_words_at(const fixture_words *f, const char *source, const char *target, bool source_home,
                            bool target_home, const char *expected)
{
  const imsi_pair pair = pair_of(f, source, target);
  imsi_words words;
  ims_memory got = { 0 };
  cr_assert_eq(imsi_words_of(f->model, f->closure, &pair, source_home, target_home, &words), IMS_OK);
  print(&got, "both: ", &words.common);
  print(&got, "source: ", &words.source_only);
  print(&got, "target: ", &words.target_only);
  print(&got, "uncompared: ", &words.uncompared);
  print(&got, "open: ", &words.unexamined);
  fixture_compare(&got, expected);
  imsi_words_free(&words);
}

/* The words of a pair where both ends are at home, from a document. */
static void expect_words(const char *xml, const char *source, const char *target, const char *expected)
{
  fixture_words f = close_document(xml);
  expect_words_at(&f, source, target, true, true, expected);
  release(&f);
}

static void expect_weight(const fixture_words *f, const char *source, const char *target, size_t expected)
{
  const imsi_pair pair = pair_of(f, source, target);
  size_t weight = SIZE_MAX;
  cr_assert_eq(imsi_words_weight(f->model, f->closure, &pair, &weight), IMS_OK);
  cr_expect_eq(weight, expected, "%s and %s weigh %zu", source, target, weight);
}

/* ---- rows ---- */

#define ONE_TO_ONE                                                                                                     \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))) MAPPING(           \
      "a:1", "b:1", TOLD("4#1", "intersects", "5#1", BOTH("shared"), HERE("more here"), THERE("more there"))))

Test(words, a_row_says_what_both_ask_and_what_only_one)
{
  expect_words(ONE_TO_ONE, "a:1/4", "b:1/5", "both: shared\nsource: more here\ntarget: more there\n");
  expect_words(ONE_TO_ONE, "a:1/4#1", "b:1/5#1", "both: shared\nsource: more here\ntarget: more there\n");
}

Test(words, seen_from_the_other_side_the_sides_change_places)
{
  expect_words(ONE_TO_ONE, "b:1/5", "a:1/4", "both: shared\nsource: more there\ntarget: more here\n");
}

Test(words, a_row_on_the_clauses_themselves_is_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                       MAPPING("a:1", "b:1", TOLD("4", "superset", "5", BOTH("shared"), HERE("more"), ""))),
               "a:1/4", "b:1/5", "both: shared\nsource: more\n");
}

Test(words, a_row_that_keeps_two_things_apart_is_not_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", "", P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "disjoint", "5#1", BOTH("no"), "", "")
                                       TOLD("4#2", "equal", "5#2", BOTH("yes"), "", ""))),
               "a:1/4", "b:1/5", "both: yes\nopen: 4#1\n");
}

Test(words, every_text_is_told_once)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "superset", "5#1", BOTH("shared"), HERE("more"), "")
                                       TOLD("4#2", "superset", "5#2", BOTH("shared"), HERE("more"), ""))),
               "a:1/4", "b:1/5", "both: shared\nsource: more\n");
}

Test(words, items_speak_before_their_provisions)
{
  /* the row of the provisions is less specific than that of their items */
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "x"))))
                       EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("a", "y"))))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "intersects", "5#1", BOTH("rough"), HERE("rough here"),
                                        THERE("rough there")) TOLD("4#a", "equal", "5#a", BOTH("exact"), "", ""))),
               "a:1/4", "b:1/5", "both: exact\n");
}

Test(words, sub_clauses_speak_for_themselves)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.")) CLAUSE("4.1", UNDER("4"), P("1", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "equal", "5#1", BOTH("above"), "", "")
                                       TOLD("4.1#1", "equal", "5#2", BOTH("below"), "", ""))),
               "a:1/4", "b:1/5", "both: above\n");
}

Test(words, guidance_and_permission_are_not_told)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") FORCED("2", "guidance", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") FORCED("2", "permission", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "equal", "5#1", BOTH("demand"), "", "")
                                       TOLD("4#2", "superset", "5#2", BOTH("hint"), HERE("long hint"), ""))),
               "a:1/4", "b:1/5", "both: demand\n");
}

/* ---- through a third thing ---- */

#define THROUGH(first, second)                                                                                         \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))                    \
          EDITION("h:1", CLAUSE("1", ALL, P("1", "H."))) MAPPING("a:1", "h:1", first) MAPPING("h:1", "b:1", second))

Test(words, what_both_ends_of_a_chain_add_is_not_compared)
{
  expect_words(THROUGH(TOLD("4#1", "superset", "1#1", BOTH("hub of a"), HERE("a beyond"), ""),
                       TOLD("1#1", "subset", "5#1", BOTH("hub of b"), "", THERE("b beyond"))),
               "a:1/4", "b:1/5", "both: hub of b\nuncompared: a beyond; b beyond\n");
}

Test(words, in_a_chain_the_narrower_row_says_what_is_common)
{
  /* hub and b share less than the hub has, all of which is in a */
  expect_words(
      THROUGH(TOLD("4#1", "superset", "1#1", BOTH("the hub"), HERE("a beyond"), ""),
              TOLD("1#1", "intersects", "5#1", BOTH("part of the hub"), HERE("rest of the hub"), THERE("b beyond"))),
      "a:1/4", "b:1/5", "both: part of the hub\nsource: rest of the hub\nuncompared: a beyond; b beyond\n");
  /* and the mirror image */
  expect_words(
      THROUGH(TOLD("4#1", "intersects", "1#1", BOTH("part of the hub"), HERE("a beyond"), THERE("rest of the hub")),
              TOLD("1#1", "subset", "5#1", BOTH("the hub"), "", THERE("b beyond"))),
      "a:1/4", "b:1/5", "both: part of the hub\ntarget: rest of the hub\nuncompared: a beyond; b beyond\n");
}

Test(words, a_direct_row_is_told_instead_of_a_chain)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))
                       EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                           MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("a"), ""))
                               MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b"))) MAPPING(
                                   "a:1", "b:1", TOLD("4#1", "superset", "5#1", BOTH("direct"), HERE("a"), ""))),
               "a:1/4", "b:1/5", "both: direct\nsource: a\n");
}

#define LONG_CHAIN(first, second, third)                                                                               \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.")))                    \
          EDITION("g:1", CLAUSE("1", ALL, P("1", "G."))) EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))                \
              MAPPING("a:1", "g:1", first) MAPPING("g:1", "h:1", second) MAPPING("h:1", "b:1", third))

Test(words, of_a_longer_chain_the_smaller_end_is_what_both_ask)
{
  expect_words(LONG_CHAIN(ROW("4#1", "subset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")), "a:1/4",
               "b:1/5", "both: A.\n");
  expect_words(LONG_CHAIN(ROW("4#1", "superset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")),
               "a:1/4", "b:1/5", "both: B.\n");
  expect_words(LONG_CHAIN(ROW("4#1", "equal", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "equal", "5#1")), "a:1/4",
               "b:1/5", "both: A.\n");
}

Test(words, of_a_longer_chain_that_only_overlaps_nobody_has_said_what_both_ask)
{
  expect_words(LONG_CHAIN(ROW("4#1", "superset", "1#1"), ROW("1#1", "equal", "1#1"), ROW("1#1", "subset", "5#1")),
               "a:1/4", "b:1/5", "");
}

/* ---- every chain of two rows, against all worlds in which it holds ---- */

/* Obligations, told apart by which of the source, the middle and the target contain them. A world is the set of those
   regions that are not empty. */
enum { IN_SOURCE = 1, IN_MIDDLE = 2, IN_TARGET = 4, REGIONS = 8, WORLDS = 256 };

static bool any_in(int world, int in, int out)
{
  for (int region = 1; region < REGIONS; region++)
    if ((world >> region & 1) && (region & in) == in && !(region & out))
      return true;
  return false;
}

static bool holds(int world, int x, char relation, int y)
{
  const bool both = any_in(world, x | y, 0), x_more = any_in(world, x, y), y_more = any_in(world, y, x);
  return both && x_more == (relation == '>' || relation == 'x') && y_more == (relation == '<' || relation == 'x');
}

/* True if in no world of the chain anything is in all of `in` and none of `out`. */
static bool never(const char *chain, int in, int out)
{
  for (int world = 0; world < WORLDS; world += 2)
    if (holds(world, IN_SOURCE, chain[0], IN_MIDDLE) && holds(world, IN_MIDDLE, chain[1], IN_TARGET) &&
        any_in(world, in, out))
      return false;
  return true;
}

static bool overlap_is_certain(const char *chain)
{
  for (int world = 0; world < WORLDS; world += 2)
    if (holds(world, IN_SOURCE, chain[0], IN_MIDDLE) && holds(world, IN_MIDDLE, chain[1], IN_TARGET) &&
        !any_in(world, IN_SOURCE | IN_TARGET, 0))
      return false;
  return true;
}

/* Which of the two rows say what one end adds to the middle. */
enum { NEAR_TOLD = 1, FAR_TOLD = 2 };

/* What may be said of the ends. The texts are "near" and "far" for what the ends add to the middle, "near rest" and
   "far rest" for what the middle adds to them. */
static void foresee(const char *chain, int told, ims_memory *out)
{
  const bool near = (told & NEAR_TOLD) && strchr(">x", chain[0]), far = (told & FAR_TOLD) && strchr("<x", chain[1]);
  const bool near_rest = strchr("<x", chain[0]), far_rest = strchr(">x", chain[1]);
  if (!overlap_is_certain(chain))
    return;
  /* what an end adds is a difference if nothing outside the middle can be in both; what the middle has beyond one end
     is the other's if nothing of the middle can be outside of both */
  const bool apart = never(chain, IN_SOURCE | IN_TARGET, IN_MIDDLE);
  const bool covered = never(chain, IN_MIDDLE, IN_SOURCE | IN_TARGET);
  const bool source = near && apart, source_rest = far_rest && covered;
  const bool target = far && apart, target_rest = near_rest && covered;
  fixture_printf(out, "both: %s\n", never(chain, IN_MIDDLE | IN_TARGET, IN_SOURCE) ? "far common" : "near common");
  if (source || source_rest)
    fixture_printf(out, "source: %s%s%s\n", source ? "near" : "", source && source_rest ? "; " : "",
                   source_rest ? "far rest" : "");
  if (target || target_rest)
    fixture_printf(out, "target: %s%s%s\n", target ? "far" : "", target && target_rest ? "; " : "",
                   target_rest ? "near rest" : "");
  if (!apart && (near || far))
    fixture_printf(out, "uncompared: %s%s%s\n", near ? "near" : "", near && far ? "; " : "", far ? "far" : "");
}

static const char *name_of(char relation)
{
  return relation == '=' ? "equal" : relation == '<' ? "subset" : relation == '>' ? "superset" : "intersects";
}

/* The row of one link; `turned` writes it from its other end. */
static void write_link(ims_memory *xml, const char *ends[2], char relation, const char *common, const char *here,
                       const char *there, bool turned)
{
  static const char turns[] = "=><x";
  const char seen = turned ? turns[strchr("=<>x", relation) - "=<>x"] : relation;
  char source[16], target[16];
  snprintf(source, sizeof source, "%s", ends[turned]);
  snprintf(target, sizeof target, "%s", ends[!turned]);
  fixture_printf(xml, "<mapping-set id='%c--%c' source='%c:1' target='%c:1'>", *source, *target, *source, *target);
  fixture_printf(xml, "<relation source='%s' is='%s' target='%s'>", source + 1, name_of(seen), target + 1);
  fixture_printf(xml, "<common>%s</common>", common);
  const char *first = turned ? there : here, *second = turned ? here : there;
  if (*first)
    fixture_printf(xml, "<source-only>%s</source-only>", first);
  if (*second)
    fixture_printf(xml, "<target-only>%s</target-only>", second);
  fixture_printf(xml, "</relation></mapping-set>\n");
}

static void check_chain(const char *chain, int told, bool turned)
{
  ims_memory xml = { 0 }, expected = { 0 };
  fixture_printf(&xml, "<imsmap version='1'>\n%s%s%s", EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))),
                 EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))), EDITION("h:1", CLAUSE("1", ALL, P("1", "H."))));
  const bool near = (told & NEAR_TOLD) && strchr(">x", chain[0]), far = (told & FAR_TOLD) && strchr("<x", chain[1]);
  write_link(&xml, (const char *[]){ "a4#1", "h1#1" }, chain[0], "near common", near ? "near" : "",
             strchr("<x", chain[0]) ? "near rest" : "", turned);
  write_link(&xml, (const char *[]){ "h1#1", "b5#1" }, chain[1], "far common", strchr(">x", chain[1]) ? "far rest" : "",
             far ? "far" : "", turned);
  fixture_printf(&xml, "</imsmap>\n");
  fixture_words f = close_document(xml.data);
  foresee(chain, told, &expected);
  expect_words_at(&f, "a:1/4", "b:1/5", false, false, expected.data ? expected.data : "");
  release(&f);
  ims_memory_free(&xml);
  ims_memory_free(&expected);
}

static void check_chains(int told)
{
  static const char relations[] = "=<>x";
  for (size_t i = 0; i < 4; i++)
    for (size_t k = 0; k < 4; k++)
      for (int turned = 0; turned < 2; turned++)
        check_chain((char[]){ relations[i], relations[k], '\0' }, told, turned);
}

Test(words, a_chain_says_what_holds_in_all_its_worlds)
{
  check_chains(NEAR_TOLD | FAR_TOLD);
}

Test(words, what_a_chain_leaves_untold_may_still_be_the_same)
{
  /* the relation says that both ends add to the middle, the words of one row do not say what */
  check_chains(NEAR_TOLD);
  check_chains(FAR_TOLD);
}

/* ---- what is no difference of the two wholes ---- */

Test(words, what_another_part_of_the_other_side_asks_is_no_difference)
{
  /* 4 is in 5: the first provision of 5 has the system, its second the processes */
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A."))) EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
              MAPPING("a:1", "b:1",
                      TOLD("4#1", "equal", "5#1", BOTH("a system"), "", "")
                          TOLD("4#1", "intersects", "5#2", BOTH("processes"), HERE("a system"), THERE("inputs"))));
  expect_words(xml, "a:1/4", "b:1/5", "both: a system; processes\ntarget: inputs\n");
  expect_words(xml, "b:1/5", "a:1/4", "both: a system; processes\nsource: inputs\n");
  expect_words(xml, "a:1/4#1", "b:1/5#2", "both: processes\nsource: a system\ntarget: inputs\n");
}

Test(words, nothing_is_only_on_the_side_that_is_contained)
{
  fixture_words f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A one.") P("2", "A two.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))) EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                  MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("beyond the hub"), ""))
                      MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b beyond")))
                          MAPPING("a:1", "b:1", ROW("4", "subset", "5"))));
  cr_assert_eq(pair_of(&f, "a:1/4", "b:1/5").relation, IMS_SUBSET);
  expect_words_at(&f, "a:1/4", "b:1/5", true, true, "both: hub; A two.\n");
  release(&f);
}

Test(words, what_both_ask_is_no_difference_whichever_row_says_so)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", "", P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", "", P("1", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "intersects", "5#1", BOTH("when"), HERE("who"), THERE("how"))
                                       TOLD("4#2", "intersects", "5#1", BOTH("how"), HERE("why"), THERE("when")))),
               "a:1/4", "b:1/5", "both: when; how\nsource: who; why\n");
}

Test(words, what_a_part_adds_is_told_if_it_has_one_counterpart_only)
{
  /* 4#1 faces two demands, which may hold all of it; 4#2 faces one */
  static const char xml[] =
      DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
              EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.") P("3", "B.")))
                  MAPPING("a:1", "b:1",
                          TOLD("4#1", "superset", "5#1", BOTH("one"), HERE("all but one"), "")
                              TOLD("4#1", "superset", "5#2", BOTH("two"), HERE("all but two"), "")
                                  TOLD("4#2", "superset", "5#3", BOTH("three"), HERE("all but three"), "")));
  expect_words(xml, "a:1/4", "b:1/5", "both: one; two; three\nsource: all but three\n");
  expect_words(xml, "b:1/5", "a:1/4", "both: one; two; three\ntarget: all but three\n");
  expect_words(xml, "a:1/4#1", "b:1/5#1", "both: one\nsource: all but one\n");
}

Test(words, what_an_item_has_in_common_elsewhere_is_not_what_its_provision_adds)
{
  /* what 4#1 has beyond 5#1 is its item, and 5#2 asks that */
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "x"))))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B.") P("2", "B.")))
                           MAPPING("a:1", "b:1",
                                   TOLD("4#1", "superset", "5#1", BOTH("one"), HERE("the item"), "")
                                       TOLD("4#a", "equal", "5#2", BOTH("an item"), "", ""))),
               "a:1/4", "b:1/5", "both: one; an item\n");
}

Test(words, what_is_not_told_of_one_end_of_a_chain_does_not_tell_the_ends_apart)
{
  /* 5#1 has a second counterpart in 4, so that what it adds is not told; yet what 4#1 adds may be in it */
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A.") P("2", "A.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B."))) EDITION("h:1", CLAUSE("1", ALL, P("1", "H.")))
                           MAPPING("a:1", "h:1", TOLD("4#1", "superset", "1#1", BOTH("hub"), HERE("a beyond"), ""))
                               MAPPING("h:1", "b:1", TOLD("1#1", "subset", "5#1", BOTH("hub"), "", THERE("b beyond")))
                                   MAPPING("a:1", "b:1", TOLD("4#2", "subset", "5#1", BOTH("two"), "", ""))),
               "a:1/4", "b:1/5", "both: hub; two\nuncompared: a beyond\n");
}

/* ---- what has no counterpart ---- */

#define RESIDUE                                                                                                        \
  DOC(EDITION("a:1", CLAUSE("4", ALL,                                                                                  \
                            P("1", "A one.") P("2", "A two.") P("3", "A three.") FORCED("4", "guidance", "A note.")    \
                                PARTED("5", "own", "A five.", ITEM("a", "item a") ITEM("b", "item b"))))               \
          EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.") P("2", "B two.") P("3", "B three.")))                       \
              MAPPING("a:1", "b:1",                                                                                    \
                      TOLD("4#1", "equal", "5#1", BOTH("shared"), "", "") NONE("4#2") NONE("4#a") NONE_HERE("5#2")))

Test(words, what_was_looked_for_in_vain_is_only_on_one_side_what_nobody_looked_for_is_open)
{
  /* 4#5 has a part that was looked for: it is not open as a whole. What is open on the other side is told there. */
  expect_words(RESIDUE, "a:1/4", "b:1/5", "both: shared\nsource: A two.; item a\ntarget: B two.\nopen: 4#3\n");
  expect_words(RESIDUE, "b:1/5", "a:1/4", "both: shared\nsource: B two.\ntarget: A two.; item a\nopen: 5#3\n");
}

Test(words, what_has_no_counterpart_is_told_at_home_only)
{
  fixture_words f = close_document(RESIDUE);
  expect_words_at(&f, "a:1/4", "b:1/5", false, true, "both: shared\ntarget: B two.\n");
  expect_words_at(&f, "a:1/4", "b:1/5", true, false, "both: shared\nsource: A two.; item a\nopen: 4#3\n");
  expect_words_at(&f, "a:1/4", "b:1/5", false, false, "both: shared\n");
  release(&f);
}

Test(words, a_counterpart_elsewhere_in_the_edition_is_examined)
{
  expect_words(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A one.") P("2", "A two.")))
                       EDITION("b:1", CLAUSE("5", ALL, P("1", "B one.")) CLAUSE("6", ALL, P("1", "B six.")))
                           MAPPING("a:1", "b:1", ROW("4#1", "equal", "5#1") ROW("4#2", "equal", "6#1"))),
               "a:1/4", "b:1/5", "");
}

/* ---- weight ---- */

Test(words, the_weight_is_the_number_of_most_specific_pairs_of_parts)
{
  fixture_words f = close_document(
      DOC(EDITION("a:1", CLAUSE("4", ALL, PARTED("1", "own", "A.", ITEM("a", "x") ITEM("b", "x")) P("2", "A.")))
              EDITION("b:1", CLAUSE("5", ALL, PARTED("1", "own", "B.", ITEM("a", "x") ITEM("b", "x")) P("2", "B."))
                                 CLAUSE("6", ALL, P("1", "B.")) CLAUSE("7", "", ""))
                  MAPPING("a:1", "b:1",
                          ROW("4#a", "equal", "5#a") ROW("4#b", "equal", "5#b") ROW("4#2", "intersects", "5#2")
                              ROW("4#2", "intersects", "6#1"))));
  expect_weight(&f, "a:1/4", "b:1/5", 3);
  expect_weight(&f, "b:1/5", "a:1/4", 3);
  expect_weight(&f, "a:1/4", "b:1/6", 1);
  expect_weight(&f, "a:1/4#1", "b:1/5#1", 2);
  expect_weight(&f, "a:1/4", "b:1/7", 0);
  release(&f);
}

Test(words, clauses_without_demands_weigh_nothing)
{
  fixture_words f = close_document(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                                           MAPPING("a:1", "b:1", ROW("4", "equal", "5"))));
  expect_weight(&f, "a:1/4", "b:1/5", 0);
  release(&f);
}

Test(words, releasing_nothing_is_allowed)
{
  imsi_words_free(NULL);
}
