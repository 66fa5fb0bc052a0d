#include "query/consistency.h"

#include "query/irreducible.h"
#include "query/triangles.h"
#include "unit/report/fixture_report.h"

/* a:1 to d:1, each a few clauses without known demands. Rows stand on lines of their own, from line 7 on. */
#define POINT(number) CLAUSE(number, "", "")
#define POINTS                                                                                                         \
  EDITION("a:1", POINT("1") POINT("2"))                                                                                \
  EDITION("b:1", POINT("1") POINT("2")) EDITION("c:1", POINT("1") POINT("2")) EDITION("d:1", POINT("1") POINT("2"))

static imsi_consistency find_with(const ims_model *model, imsi_consistency_options options)
{
  imsi_consistency found;
  cr_assert_eq(imsi_consistency_find(model, &options, &found), IMS_OK);
  return found;
}

static const imsi_contradiction *at(const imsi_consistency *found, size_t index)
{
  cr_assert_lt(index, found->contradictions.count);
  return &IMSI_AT(imsi_contradiction, &found->contradictions, index);
}

/* The lines of the rows of a contradiction: "7 10 ". */
static void expect_lines(const ims_model *model, const imsi_contradiction *contradiction, const char *lines)
{
  ims_memory got = { 0 };
  for (size_t i = 0; i < contradiction->row_count; i++)
    fixture_printf(&got, "%u ", ims_relation_at(model, contradiction->rows[i]).pos.line);
  fixture_compare(&got, lines);
}

Test(consistency, a_triangle_that_cannot_be_true_is_named_with_its_three_rows)
{
  ims_model *model = fixture_model(DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "subset", "1") ROW("2", "equal", "2"))
                                           MAPPING("b:1", "c:1", ROW("1", "subset", "1"))
                                               MAPPING("a:1", "c:1", ROW("1", "disjoint", "1"))));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX });
  cr_expect_eq(found.rows, 4);
  cr_expect_eq(found.stated, 4);
  cr_expect_eq(found.known, 4);
  cr_expect_eq(found.triangles, 1);
  cr_expect_eq(found.impossible, 3); /* each side is ruled out by the other two */
  cr_expect_eq(found.by_own_rows, 0);
  cr_expect_eq(found.looked_into, 3);
  cr_assert_eq(found.contradictions.count, 1);
  cr_expect_eq(at(&found, 0)->pairs, 3);
  expect_lines(model, at(&found, 0), "7 14 11 ");
  cr_expect_eq(at(&found, 0)->disputed, 2); /* b:1/1 < c:1/1 cannot be: c:1/1 would share a:1/1 */
  cr_expect_str_eq(ims_relation_symbol(at(&found, 0)->others), "?");
  imsi_consistency_free(&found);
  ims_model_free(model);
}

Test(consistency, a_pair_that_its_own_rows_make_impossible_is_no_triangle_and_not_used_further)
{
  ims_model *model = fixture_model(
      DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "a:1", ROW("1", "disjoint", "1"))
              MAPPING("b:1", "c:1", ROW("1", "equal", "1")) MAPPING("a:1", "c:1", ROW("1", "disjoint", "1"))));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX });
  cr_expect_eq(found.triangles, 0);
  cr_expect_eq(found.impossible, 1);
  cr_expect_eq(found.by_own_rows, 1);
  cr_assert_eq(found.contradictions.count, 1);
  expect_lines(model, at(&found, 0), "7 10 ");
  imsi_consistency_free(&found);
  ims_model_free(model);
}

Test(consistency, a_chain_that_closes_badly_is_no_triangle_of_stated_sides)
{
  ims_model *model = fixture_model(
      DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "subset", "1")) MAPPING("b:1", "c:1", ROW("1", "subset", "1"))
              MAPPING("c:1", "d:1", ROW("1", "subset", "1")) MAPPING("d:1", "a:1", ROW("1", "subset", "1"))));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX });
  cr_expect_eq(found.triangles, 0);
  cr_expect_gt(found.impossible, (size_t)0);
  cr_assert_eq(found.contradictions.count, 1, "%zu", found.contradictions.count);
  expect_lines(model, at(&found, 0), "7 10 13 16 ");
  imsi_consistency_free(&found);
  ims_model_free(model);
}

#define READ_DIFFERENTLY                                                                                               \
  DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "c:1", ROW("1", "subset", "1"))              \
          LABELLED_MAPPING("a:1", "c:1", "intersects='loose'", ROW("1", "intersects", "1")))

Test(consistency, the_reading_decides_what_intersects_rules_out)
{
  static const struct {
    imsi_reading reading;
    size_t triangles;
  } cases[] = { { IMSI_AS_DECLARED, 0 }, { IMSI_STRICT, 1 }, { IMSI_LOOSE, 0 } };
  ims_model *model = fixture_model(READ_DIFFERENTLY);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_consistency found =
        find_with(model, (imsi_consistency_options){ .most = SIZE_MAX, .reading = cases[i].reading });
    cr_expect_eq(found.triangles, cases[i].triangles, "reading %d", cases[i].reading);
    cr_expect_eq(found.contradictions.count, cases[i].triangles, "reading %d", cases[i].reading);
    imsi_consistency_free(&found);
  }
  ims_model_free(model);
}

#define PART_APART                                                                                                     \
  DOC(EDITION("a:1", CLAUSE("4", "", P("1", "x"))) EDITION("b:1", POINT("1") POINT("2"))                               \
          MAPPING("a:1", "b:1", ROW("4", "disjoint", "1") ROW("4#1", "subset", "1")))

Test(consistency, the_hierarchy_counts_where_it_is_asked_for)
{
  ims_model *model = fixture_model(PART_APART);
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX });
  cr_expect_eq(found.impossible, 0);
  cr_expect_eq(found.stated, 2);
  imsi_consistency_free(&found);
  found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX, .with_parents = true });
  cr_expect_eq(found.stated, 3); /* and the part in its whole */
  cr_expect_eq(found.triangles, 1);
  cr_assert_eq(found.contradictions.count, 1);
  expect_lines(model, at(&found, 0), "5 6 ");
  cr_assert_eq(at(&found, 0)->part_count, 1);
  cr_expect_eq(at(&found, 0)->parts[0], fixture_node(model, "a:1/4#1").index);
  imsi_consistency_free(&found);
  ims_model_free(model);
}

Test(consistency, what_is_not_named_is_counted)
{
  ims_model *model = fixture_model(
      DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "equal", "1") ROW("1", "equal", "2") ROW("2", "equal", "2"))
              MAPPING("b:1", "a:1", ROW("1", "disjoint", "1") ROW("2", "disjoint", "1") ROW("2", "subset", "2"))));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = 2 });
  cr_expect_eq(found.impossible, 3);
  cr_expect_eq(found.by_own_rows, 3);
  cr_expect_eq(found.contradictions.count, 2);
  cr_expect_eq(found.looked_into, 2);
  imsi_consistency_free(&found);
  ims_model_free(model);
}

Test(consistency, nothing_contradicts_nothing)
{
  ims_model *model = fixture_model(DOC(POINTS));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX, .with_parents = true });
  cr_expect_eq(found.rows, 0);
  cr_expect_eq(found.stated, 0);
  cr_expect_eq(found.impossible, 0);
  imsi_consistency_free(&found);
  imsi_consistency_free(&found);
  ims_model_free(model);
}

Test(consistency, parts_of_one_whole_may_be_disjoint)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "x") P("2", "y")))
                                           MAPPING("a:1", "a:1", ROW("4#1", "disjoint", "4#2"))));
  imsi_consistency found = find_with(model, (imsi_consistency_options){ .most = SIZE_MAX, .with_parents = true });
  cr_expect_eq(found.stated, 3);
  cr_expect_eq(found.impossible, 0);
  imsi_consistency_free(&found);
  ims_model_free(model);
}

/* ---- rows that cannot be dropped ---- */

Test(irreducible, what_does_not_belong_is_dropped)
{
  ims_model *model = fixture_model(
      DOC(POINTS MAPPING("a:1", "b:1", ROW("1", "equal", "1") ROW("2", "equal", "1") ROW("1", "disjoint", "2"))
              MAPPING("b:1", "c:1", ROW("1", "equal", "1") ROW("2", "equal", "2"))
                  MAPPING("a:1", "c:1", ROW("1", "disjoint", "1"))));
  imsi_vec rows = IMSI_VEC(uint32_t);
  for (uint32_t i = 0; i < ims_relation_count(model); i++)
    cr_assert_eq(imsi_vec_push(&rows, &i), IMS_OK);
  const imsi_closure_options options = { .no_hierarchy = true };
  size_t disputed;
  ims_relation left;
  cr_assert_eq(imsi_irreducible_reduce(model, &options, &rows), IMS_OK);
  cr_expect_eq(rows.count, 3);
  cr_assert_eq(imsi_irreducible_dispute(model, &options, &rows, &disputed, &left), IMS_OK);
  cr_assert_lt(disputed, rows.count);
  const ims_row row = ims_relation_at(model, IMSI_AT(uint32_t, &rows, disputed));
  cr_expect_not(left & ims_row_relation(&row));
  imsi_vec_free(&rows);
  ims_model_free(model);
}

/* ---- triangles ---- */

static size_t triangles(const char *xml)
{
  ims_model *model = fixture_model(xml);
  imsi_closure *stated = NULL;
  size_t count = 99;
  cr_assert_eq(imsi_closure_open(model, &(imsi_closure_options){ .no_hierarchy = true }, &stated), IMS_OK);
  cr_assert_eq(imsi_triangles_count(model, stated, &count), IMS_OK);
  imsi_closure_free(stated);
  ims_model_free(model);
  return count;
}

#define THREE(ab, bc, ac)                                                                                              \
  DOC(POINTS MAPPING("a:1", "b:1", ROW("1", ab, "1")) MAPPING("b:1", "c:1", ROW("1", bc, "1"))                         \
          MAPPING("a:1", "c:1", ROW("1", ac, "1")))

Test(triangles, three_sides_that_fit_are_none)
{
  cr_expect_eq(triangles(THREE("subset", "subset", "subset")), 0);
  cr_expect_eq(triangles(THREE("intersects", "intersects", "disjoint")), 0);
  cr_expect_eq(triangles(THREE("disjoint", "disjoint", "equal")), 0);
}

Test(triangles, sides_of_any_kind_are_counted_once)
{
  cr_expect_eq(triangles(THREE("subset", "subset", "superset")), 1);
  cr_expect_eq(triangles(THREE("equal", "equal", "disjoint")), 1);
  cr_expect_eq(triangles(THREE("equal", "intersects", "subset")), 1);
  cr_expect_eq(triangles(THREE("intersects", "equal", "equal")), 1);
  cr_expect_eq(triangles(THREE("subset", "disjoint", "intersects")), 1);
}
