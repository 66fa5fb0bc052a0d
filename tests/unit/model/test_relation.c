#include "model/relation.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { BASES = 5 };

static const char bases[] = "=<>x0";

/* "x0<" as a mask; "any" is everything. */
static ims_relation mask(const char *symbols)
{
  unsigned all = 0;
  if (strcmp(symbols, "any") == 0)
    return IMS_UNKNOWN;
  for (; *symbols; symbols++)
    all |= 1u << (strchr(bases, *symbols) - bases);
  return (ims_relation)all;
}

static ims_relation base(size_t index)
{
  return (ims_relation)(1u << index);
}

/* Two non-empty sets as bits. */
static ims_relation relation_of_sets(unsigned a, unsigned b)
{
  if (!(a & b))
    return IMS_DISJOINT;
  if (a == b)
    return IMS_EQUAL;
  if (!(a & ~b))
    return IMS_SUBSET;
  return b & ~a ? IMS_INTERSECTS : IMS_SUPERSET;
}

Test(relation, composition_is_the_published_table)
{
  /* rows: A to B, columns: B to C, both in the order = < > x 0 */
  static const char *const table[BASES][BASES] = {
    { "=", "<", ">", "x", "0" },        { "<", "<", "any", "x0<", "0" },   { ">", "=x<>", ">", "x>", "x0>" },
    { "x", "x<", "x0>", "any", "x0>" }, { "0", "x0<", "0", "x0<", "any" },
  };
  for (size_t i = 0; i < BASES; i++)
    for (size_t k = 0; k < BASES; k++)
      cr_expect_eq(ims_relation_compose(base(i), base(k)), mask(table[i][k]), "%c then %c: %d, not %s", bases[i],
                   bases[k], ims_relation_compose(base(i), base(k)), table[i][k]);
}

Test(relation, composition_is_exactly_what_sets_can_do)
{
  ims_relation seen[IMSI_MASKS][IMSI_MASKS] = { { 0 } };
  const unsigned sets = 1u << 7; /* seven elements fill every region of three sets */
  for (unsigned a = 1; a < sets; a++)
    for (unsigned b = 1; b < sets; b++)
      for (unsigned c = 1; c < sets; c++)
        seen[relation_of_sets(a, b)][relation_of_sets(b, c)] |= relation_of_sets(a, c);
  for (size_t i = 0; i < BASES; i++)
    for (size_t k = 0; k < BASES; k++)
      cr_expect_eq(ims_relation_compose(base(i), base(k)), seen[base(i)][base(k)], "%c then %c", bases[i], bases[k]);
}

Test(relation, composing_masks_is_composing_every_possibility)
{
  for (unsigned a = 0; a < IMSI_MASKS; a++)
    for (unsigned b = 0; b < IMSI_MASKS; b++) {
      unsigned all = 0;
      for (size_t i = 0; i < BASES; i++)
        for (size_t k = 0; k < BASES; k++)
          if ((a & base(i)) && (b & base(k)))
            all |= ims_relation_compose(base(i), base(k));
      cr_assert_eq(ims_relation_compose((ims_relation)a, (ims_relation)b), all, "%u then %u", a, b);
      cr_assert_eq(imsi_relation_table()[a][b], all);
    }
}

Test(relation, equal_changes_nothing)
{
  for (unsigned m = 0; m < IMSI_MASKS; m++) {
    cr_expect_eq(ims_relation_compose(IMS_EQUAL, (ims_relation)m), m);
    cr_expect_eq(ims_relation_compose((ims_relation)m, IMS_EQUAL), m);
  }
}

Test(relation, nothing_follows_from_an_unknown_or_a_contradiction)
{
  for (unsigned m = 1; m < IMSI_MASKS; m++) {
    cr_expect_eq(ims_relation_compose((ims_relation)m, IMS_UNKNOWN), IMS_UNKNOWN);
    cr_expect_eq(ims_relation_compose(IMS_UNKNOWN, (ims_relation)m), IMS_UNKNOWN);
    cr_expect_eq(ims_relation_compose((ims_relation)m, IMS_CONTRADICTION), IMS_CONTRADICTION);
  }
}

Test(relation, inverse_swaps_subset_and_superset)
{
  cr_expect_eq(ims_relation_inverse(IMS_EQUAL), IMS_EQUAL);
  cr_expect_eq(ims_relation_inverse(IMS_SUBSET), IMS_SUPERSET);
  cr_expect_eq(ims_relation_inverse(IMS_SUPERSET), IMS_SUBSET);
  cr_expect_eq(ims_relation_inverse(IMS_INTERSECTS), IMS_INTERSECTS);
  cr_expect_eq(ims_relation_inverse(IMS_DISJOINT), IMS_DISJOINT);
  cr_expect_eq(ims_relation_inverse(IMS_CONTAINED), IMS_CONTAINS);
  cr_expect_eq(ims_relation_inverse(IMS_UNKNOWN), IMS_UNKNOWN);
  cr_expect_eq(ims_relation_inverse(IMS_CONTRADICTION), IMS_CONTRADICTION);
  for (unsigned m = 0; m < IMSI_MASKS; m++)
    cr_expect_eq(ims_relation_inverse(ims_relation_inverse((ims_relation)m)), m);
}

Test(relation, the_way_back_is_the_inverse_of_the_way_there)
{
  for (unsigned a = 0; a < IMSI_MASKS; a++)
    for (unsigned b = 0; b < IMSI_MASKS; b++) {
      const ims_relation there = ims_relation_compose((ims_relation)a, (ims_relation)b);
      const ims_relation back =
          ims_relation_compose(ims_relation_inverse((ims_relation)b), ims_relation_inverse((ims_relation)a));
      cr_assert_eq(ims_relation_inverse(there), back, "%u, %u", a, b);
    }
}

Test(relation, overlap_is_certain_only_without_disjoint)
{
  for (unsigned m = 1; m < IMSI_MASKS; m++)
    cr_expect_eq(ims_relation_overlaps((ims_relation)m), !(m & IMS_DISJOINT), "%u", m);
  cr_expect_not(ims_relation_overlaps(IMS_CONTRADICTION));
}

Test(relation, symbols_are_those_of_the_specification)
{
  static const struct {
    ims_relation relation;
    const char *symbol;
  } cases[] = {
    { IMS_EQUAL, "=" },
    { IMS_SUBSET, "<" },
    { IMS_SUPERSET, ">" },
    { IMS_INTERSECTS, "x" },
    { IMS_DISJOINT, "0" },
    { IMS_EQUAL | IMS_SUBSET, "<=" },
    { IMS_EQUAL | IMS_SUPERSET, ">=" },
    { IMS_OVERLAPS, "~" },
    { IMS_SUBSET | IMS_INTERSECTS, "~" },
    { IMS_EQUAL | IMS_INTERSECTS, "~" },
    { IMS_SUBSET | IMS_SUPERSET, "~" },
    { IMS_INTERSECTS | IMS_DISJOINT, "?" },
    { IMS_EQUAL | IMS_DISJOINT, "?" },
    { IMS_SUBSET | IMS_INTERSECTS | IMS_DISJOINT, "?" },
    { IMS_UNKNOWN & ~IMS_EQUAL, "?" },
    { IMS_UNKNOWN, "" },
    { IMS_CONTRADICTION, "!" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    cr_expect_str_eq(ims_relation_symbol(cases[i].relation), cases[i].symbol, "mask %u", cases[i].relation);
}

Test(relation, only_base_relations_have_a_name)
{
  static const char *const names[BASES] = { "equal", "subset", "superset", "intersects", "disjoint" };
  for (unsigned m = 0; m < IMSI_MASKS; m++) {
    const char *name = ims_relation_name((ims_relation)m);
    if (m && !(m & (m - 1)))
      cr_expect_str_eq(name, names[strchr("\1\2\4\10\20", (int)m) - "\1\2\4\10\20"]);
    else
      cr_expect_null(name, "mask %u", m);
  }
}

Test(relation, what_is_equal_or_smaller_is_contained)
{
  cr_expect(ims_relation_contained(IMS_EQUAL));
  cr_expect(ims_relation_contained(IMS_SUBSET));
  cr_expect(ims_relation_contained(IMS_CONTAINED));
  cr_expect_not(ims_relation_contained(IMS_CONTAINS));
  cr_expect_not(ims_relation_contained(IMS_OVERLAPS));
  cr_expect_not(ims_relation_contained(IMS_UNKNOWN));
  cr_expect_not(ims_relation_contained(IMS_CONTRADICTION)); /* nothing is left, so nothing is certain */
}
