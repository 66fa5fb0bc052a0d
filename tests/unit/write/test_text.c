#include "unit/write/fixture.h"

#include "base/utf8.h"

#define COLUMNS                                                                                                        \
  .columns = { { "clause", "Clause", IMS_COLUMN_ID, false },                                                           \
               { "title", "Title", IMS_COLUMN_TEXT, false },                                                           \
               { "rows", "Rows", IMS_COLUMN_NUMBER, false },                                                           \
               { "why", "Why", IMS_COLUMN_TEXT, true } }

#define ONE_COLUMN .columns = { { "title", "Title", IMS_COLUMN_TEXT, false } }

/* Words of all sorts, none wider than six. */
static const fixture_row samples[] = {
  { IMS_ROW_HEADING, { "8", "Operation of the service management system", NULL, NULL } },
  { IMS_ROW_NORMAL,
    { "8.7.3", "Information security management, e\xcc\x81t\xc3\xa9", "12",
      "= 4.4\nx 6.1.2, 6.1.3, 8.2, 8.3, A.5.1, A.5.24\n> A.8.8" } },
  { IMS_ROW_SECTION, { "A section with quite a few words in its one and only cell" } },
  { IMS_ROW_NORMAL,
    { "8.2.3", "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e \xe6\x97\xa5\xe6\x9c\xac parties\nin the life cycle", "-4",
      "\x1b[1m \xff" } },
  { IMS_ROW_NORMAL, { NULL, "", "", "  spaces   around   and inside  " } },
};

static const fixture sample = {
  COLUMNS, .captions = { "A caption that says which editions of which standards are compared here" },
  .notes = { "=  the same obligations; <  contained in; >  contains", "another note" }, FIXTURE_ROWS(samples)
};

static size_t widest_line(const char *text)
{
  size_t widest = 0;
  while (*text) {
    const size_t size = strcspn(text, "\n");
    const size_t width = imsi_utf8_width(text, size);
    widest = width > widest ? width : widest;
    text += size + (text[size] == '\n');
  }
  return widest;
}

Test(text, header_dashes_and_rows)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "Budgeting and accounting", "3", "hidden" } },
                                      { IMS_ROW_NORMAL, { "10", "Improvement", "12", NULL } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "Clause  Title                     Rows\n"
                 "------  ------------------------  ----\n"
                 "8.4     Budgeting and accounting     3\n"
                 "10      Improvement                 12\n");
}

Test(text, details_are_shown_where_asked_for)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "8.4", "Budget", "3", "shown" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), detailed,
                 "Clause  Title   Rows  Why\n"
                 "------  ------  ----  -----\n"
                 "8.4     Budget     3  shown\n");
}

Test(text, captions_stand_above_and_notes_below)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "a" } } };
  EXPECT_WRITTEN(imsi_format_text,
                 (&(fixture){ ONE_COLUMN, .captions = { "one", "two" }, .notes = { "x", "y" }, FIXTURE_ROWS(rows) }),
                 plain, "one\ntwo\n\nTitle\n-----\na\n\nx\ny\n");
}

Test(text, captions_and_notes_are_wrapped)
{
  EXPECT_WRITTEN(imsi_format_text,
                 (&(fixture){ .captions = { "one two three four" }, .notes = { "five six seven eight" } }),
                 (ims_write_options){ .width = 10 }, "one two\n  three\n  four\n\nfive six\n  seven\n  eight\n");
}

Test(text, a_section_is_a_blank_line_and_its_text)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "4", "Context" } },
                                      { IMS_ROW_SECTION, { "A section is wider than its column" } },
                                      { IMS_ROW_NORMAL, { "5", "Leadership" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "Clause  Title       Rows\n"
                 "------  ----------  ----\n"
                 "4       Context\n"
                 "\n"
                 "A section is wider than its column\n"
                 "5       Leadership\n");
}

Test(text, a_section_is_wrapped_at_the_whole_width)
{
  static const fixture_row rows[] = { { IMS_ROW_SECTION, { "A section is wider than its column" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ ONE_COLUMN, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 20 },
                 "Title\n-----\n\nA section is wider\n  than its column\n");
}

Test(text, lines_of_a_cell_go_below_each_other)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "a\nb\n\nc\n\n", "one" } },
                                      { IMS_ROW_NORMAL, { "d", "two" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "Clause  Title  Rows\n"
                 "------  -----  ----\n"
                 "a       one\n"
                 "b\n"
                 "\n"
                 "c\n"
                 "d       two\n");
}

Test(text, the_rest_of_a_wrapped_line_is_indented)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL,
                                        { "8.4", "Budgeting for services\nAccounting for services" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 27 },
                 "Clause  Title          Rows\n"
                 "------  -------------  ----\n"
                 "8.4     Budgeting for\n"
                 "          services\n"
                 "        Accounting\n"
                 "          for\n"
                 "          services\n");
}

Test(text, a_word_is_broken_only_where_it_is_wider_than_its_column)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "go to internationalization" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ ONE_COLUMN, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 12 },
                 "Title\n"
                 "------------\n"
                 "go to\n"
                 "  internatio\n"
                 "  nalization\n");
}

Test(text, references_keep_their_width_and_prose_gives_way)
{
  static const fixture_row rows[] = {
    { IMS_ROW_NORMAL, { "6.1.1, 6.1.2, 6.1.3, 8.2", "risks and chances of the service are looked at", "3" } }
  };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 50 },
                 "Clause                    Title               Rows\n"
                 "------------------------  ------------------  ----\n"
                 "6.1.1, 6.1.2, 6.1.3, 8.2  risks and chances      3\n"
                 "                            of the service\n"
                 "                            are looked at\n");
}

Test(text, references_wrap_before_words_of_prose_are_broken)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "6.1.1, 6.1.2, 6.1.3, 8.2", "obligations remain", "3" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 32 },
                 "Clause         Title        Rows\n"
                 "-------------  -----------  ----\n"
                 "6.1.1, 6.1.2,  obligations     3\n"
                 "  6.1.3, 8.2     remain\n");
}

Test(text, narrow_columns_keep_what_they_need)
{
  static const fixture_row rows[] = {
    { IMS_ROW_NORMAL,
      { "8", "not yet", NULL, "a long text that goes on and on and on and has to be wrapped several times" } }
  };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }),
                 ((ims_write_options){ .width = 50, .details = true }),
                 "Clause  Title    Rows  Why\n"
                 "------  -------  ----  ---------------------------\n"
                 "8       not yet        a long text that goes on\n"
                 "                         and on and on and has to\n"
                 "                         be wrapped several times\n");
}

Test(text, numbers_and_their_title_stand_right)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "a text of some words", "-12" } },
                                      { IMS_ROW_NORMAL, { "b", "3" } } };
  const fixture f = { .columns = { { "t", "Text", IMS_COLUMN_TEXT, false },
                                   { "n", "Rows that are stated", IMS_COLUMN_NUMBER, false } },
                      FIXTURE_ROWS(rows) };
  EXPECT_WRITTEN(imsi_format_text, &f, (ims_write_options){ .width = 30 },
                 "Text             Rows that are\n"
                 "                        stated\n"
                 "---------------  -------------\n"
                 "a text of some             -12\n"
                 "  words\n"
                 "b                            3\n");
}

Test(text, wide_and_combining_characters_are_counted_as_shown)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL, { "\xe6\x97\xa5\xe6\x9c\xac", "x" } },
                                      { IMS_ROW_NORMAL, { "e\xcc\x81", "y" } },
                                      { IMS_ROW_NORMAL, { "abcdefg", "z" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "Clause   Title  Rows\n"
                 "-------  -----  ----\n"
                 "\xe6\x97\xa5\xe6\x9c\xac     x\n"
                 "e\xcc\x81        y\n"
                 "abcdefg  z\n");
}

Test(text, a_word_is_never_broken_between_a_letter_and_its_marks)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL,
                                        { "e\xcc\x81"
                                          "e\xcc\x81"
                                          "e\xcc\x81"
                                          "e\xcc\x81"
                                          "e\xcc\x81"
                                          "e\xcc\x81"
                                          "e\xcc\x81" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ ONE_COLUMN, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 6 },
                 "Title\n------\ne\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81"
                 "e\xcc\x81\n  e\xcc\x81\n");
}

Test(text, bold_only_where_colour_is_allowed)
{
  static const fixture_row rows[] = { { IMS_ROW_HEADING, { "8", "Operation" } },
                                      { IMS_ROW_NORMAL, { "8.1", "Plan", "2" } },
                                      { IMS_ROW_SECTION, { "Part" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), (ims_write_options){ .color = true },
                 "\033[1mClause\033[0m  \033[1mTitle\033[0m      \033[1mRows\033[0m\n"
                 "------  ---------  ----\n"
                 "\033[1m8\033[0m       \033[1mOperation\033[0m\n"
                 "8.1     Plan          2\n"
                 "\n"
                 "\033[1mPart\033[0m\n");
}

Test(text, colour_changes_nothing_but_escape_sequences)
{
  for (size_t width = 0; width < 100; width += 9) {
    char *bare = fixture_written(&imsi_format_text, &sample, (ims_write_options){ .width = width, .details = true });
    char *color = fixture_written(&imsi_format_text, &sample,
                                  (ims_write_options){ .width = width, .details = true, .color = true });
    size_t size = 0;
    for (const char *at = color; *at;) {
      const size_t skip = strncmp(at, "\033[1m", 4) == 0 || strncmp(at, "\033[0m", 4) == 0 ? 4 : 0;
      at += skip;
      if (!skip)
        color[size++] = *at++;
    }
    color[size] = '\0';
    cr_expect_str_eq(color, bare, "width %zu", width);
    free(bare);
    free(color);
  }
}

Test(text, a_cell_cannot_drive_the_terminal)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL,
                                        { "\033[31mred\a\xff", "\xe2\x80\xae"
                                                               "a\tb" } },
                                      { IMS_ROW_SECTION, { "\033c" } } };
  EXPECT_WRITTEN(imsi_format_text,
                 (&(fixture){ COLUMNS, .captions = { "\033]0;x\a" }, .notes = { "\xc2\x9b" }, FIXTURE_ROWS(rows) }),
                 plain,
                 "\\x1B]0;x\\x07\n"
                 "\n"
                 "Clause               Title      Rows\n"
                 "-------------------  ---------  ----\n"
                 "\\x1B[31mred\\x07\\xFF  \\u202Ea b\n"
                 "\n"
                 "\\x1Bc\n"
                 "\n"
                 "\\x9B\n");
}

Test(text, an_empty_table_is_header_and_dashes)
{
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS }), plain, "Clause  Title  Rows\n------  -----  ----\n");
}

Test(text, a_table_without_columns_is_its_captions_and_notes)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL }, { .kind = IMS_ROW_SECTION } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ .captions = { "c" }, .notes = { "n" }, FIXTURE_ROWS(rows) }), plain,
                 "c\n\nn\n");
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ FIXTURE_ROWS(rows) }), plain, "");
}

Test(text, a_row_of_nothing_is_an_empty_line)
{
  static const fixture_row rows[] = { { .kind = IMS_ROW_NORMAL } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ COLUMNS, FIXTURE_ROWS(rows) }), plain,
                 "Clause  Title  Rows\n------  -----  ----\n\n");
}

Test(text, never_exceeds_the_width_unless_forced)
{
  /* four columns of six, two of them shorter, and the gaps: nothing is forced from here on */
  for (size_t width = 6 + 2 + 6 + 2 + 4 + 2 + 6; width < 250; width++) {
    char *written = fixture_written(&imsi_format_text, &sample, (ims_write_options){ .width = width, .details = true });
    cr_assert_leq(widest_line(written), width, "width %zu:\n%s", width, written);
    free(written);
  }
}

Test(text, where_the_natural_widths_fit_nothing_is_wrapped)
{
  char *natural = fixture_written(&imsi_format_text, &sample, detailed);
  const size_t widest = widest_line(natural);
  char *fitted = fixture_written(&imsi_format_text, &sample, (ims_write_options){ .width = widest, .details = true });
  cr_expect_str_eq(fitted, natural);
  free(fitted);
  free(natural);
}

Test(text, the_width_is_used_up_where_something_is_wrapped)
{
  static const fixture_row rows[] = { { IMS_ROW_NORMAL,
                                        { "8", "a b c d e f g h i j k l m n o p q r s t u v w x y z", "1" } } };
  for (size_t width = 24; width < 60; width++) {
    char *written = fixture_written(&imsi_format_text, &(fixture){ COLUMNS, FIXTURE_ROWS(rows) },
                                    (ims_write_options){ .width = width });
    cr_expect_eq(widest_line(written), width, "width %zu:\n%s", width, written);
    free(written);
  }
}

/* How often each byte occurs, apart from what wrapping changes. */
static void count_bytes(const char *text, size_t counts[256])
{
  memset(counts, 0, 256 * sizeof *counts);
  for (; *text; text++)
    counts[(unsigned char)*text] += !strchr(" \n-", *text);
}

Test(text, nothing_is_lost_at_any_width)
{
  size_t expected[256], counts[256];
  char *natural = fixture_written(&imsi_format_text, &sample, detailed);
  count_bytes(natural, expected);
  free(natural);
  for (size_t width = 1; width < 120; width++) {
    char *written = fixture_written(&imsi_format_text, &sample, (ims_write_options){ .width = width, .details = true });
    count_bytes(written, counts);
    cr_assert_arr_eq(counts, expected, sizeof counts, "width %zu:\n%s", width, written);
    free(written);
  }
}

Test(text, no_line_ends_with_a_space)
{
  for (size_t width = 0; width < 120; width++) {
    char *written = fixture_written(&imsi_format_text, &sample, (ims_write_options){ .width = width, .details = true });
    cr_assert_null(strstr(written, " \n"), "width %zu:\n%s", width, written);
    free(written);
  }
}

Test(text, random_cells_fit_and_keep_their_bytes)
{
  static const char *const pieces[] = { " ",
                                        "\n",
                                        "a",
                                        "word",
                                        "8.4,",
                                        "e\xcc\x81",
                                        "\xe6\x97\xa5",
                                        "\xff",
                                        "\x1b",
                                        "\t",
                                        "",
                                        "internationalization",
                                        "\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5",
                                        "\xcc\x81",
                                        "\r" };
  uint32_t seed = 22301;
  for (int round = 0; round < 1000; round++) {
    char texts[4][FIXTURE_TEXT];
    size_t expected[256], counts[256];
    for (int i = 0; i < 4; i++)
      fixture_random(&seed, pieces, sizeof pieces / sizeof *pieces, texts[i]);
    const fixture_row rows[] = { { (ims_row_kind)(round % 3), { texts[0], texts[1], NULL, texts[3] } },
                                 { IMS_ROW_NORMAL, { texts[3], texts[2], "7", texts[1] } } };
    const fixture f = { COLUMNS, FIXTURE_ROWS(rows) };
    char *natural = fixture_written(&imsi_format_text, &f, detailed);
    const size_t width = 30 + (size_t)round % 40;
    char *written = fixture_written(&imsi_format_text, &f, (ims_write_options){ .width = width, .details = true });
    count_bytes(natural, expected);
    count_bytes(written, counts);
    cr_assert_arr_eq(counts, expected, sizeof counts, "round %d:\n%s", round, written);
    cr_assert_leq(widest_line(written), width, "round %d:\n%s", round, written);
    cr_assert(imsi_utf8_valid(written, strlen(written)), "round %d", round);
    free(written);
    free(natural);
  }
}

Test(text, a_character_wider_than_its_column_goes_over_the_edge)
{
  /* five people joined into one character, ten columns on most terminals */
  static const fixture_row rows[] = { { IMS_ROW_NORMAL,
                                        { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d"
                                          "\xf0\x9f\x91\xa7\xe2\x80\x8d\xf0\x9f\x91\xa7\xe2\x80\x8d"
                                          "\xf0\x9f\x91\xa6 x" } } };
  EXPECT_WRITTEN(imsi_format_text, (&(fixture){ ONE_COLUMN, FIXTURE_ROWS(rows) }), (ims_write_options){ .width = 6 },
                 "Title\n------\n"
                 "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7\xe2\x80\x8d"
                 "\xf0\x9f\x91\xa7\xe2\x80\x8d\xf0\x9f\x91\xa6\n  x\n");
}

Test(text, a_sink_that_fails_is_reported)
{
  fixture_expect_failures_are_reported(&imsi_format_text);
}
