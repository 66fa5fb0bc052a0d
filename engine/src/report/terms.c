/* Words: who uses which, and whether they mean the same by it; or all that is held of one word. */

#include "base/try.h"
#include "report/registry.h"
#include "report/terms_internal.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "word", "WORD", "a word, such as incident: what each means by it (default: all words side by side)", true, false,
    false },
};

static const ims_columns *const long_forms[] = { &imsi_terms_long_form };

/* ---- all words side by side ---- */

enum { WORD, FIRST };

/* Editions in use that have terms, in their order: of const ims_edition *. */
static ims_status find_editions(const imsi_terms_run *t, imsi_vec *editions)
{
  for (size_t i = 0; i < ims_edition_count(t->model); i++) {
    const ims_edition *edition = ims_edition_at(t->model, i);
    if (imsi_vocabulary_in_use(edition) && imsi_vocabulary_has_terms(t->model, edition))
      IMS_TRY(imsi_vec_push(editions, &edition));
  }
  return IMS_OK;
}

static imsi_table *new_list(const imsi_vec *editions)
{
  const size_t width = FIRST + editions->count + 1;
  ims_column *columns = calloc(width, sizeof *columns);
  if (!columns)
    return NULL;
  columns[WORD] = (ims_column){ "word", "Word", IMS_COLUMN_TEXT, false };
  for (size_t i = 0; i < editions->count; i++) {
    const ims_edition *edition = IMSI_AT(const ims_edition *, editions, i);
    columns[FIRST + i] = (ims_column){ edition->id, edition->name, IMS_COLUMN_TEXT, false };
  }
  columns[width - 1] = (ims_column){ "same", "Same", IMS_COLUMN_TEXT, false };
  imsi_table *table = imsi_table_new(imsi_report_terms.name, columns, width);
  free(columns);
  return table;
}

/* "same" if all are, "differs" if two do not; nothing for a word that only one has. */
static const char *sameness_of(const imsi_terms_run *t, const imsi_term *terms, size_t count)
{
  bool compared = true;
  for (size_t i = 0; i < count; i++)
    for (size_t k = i + 1; k < count; k++) {
      ims_relation relation;
      const imsi_sameness sameness = imsi_terms_compare(t, terms[i].node, terms[k].node, &relation);
      if (sameness == IMSI_DIFFERS)
        return "differs";
      compared = compared && sameness == IMSI_SAME;
    }
  return count < 2 ? NULL : compared ? "same" : "not compared";
}

static void set_edition(imsi_terms_run *t, size_t column, const ims_edition *edition, const imsi_term *terms,
                        size_t count)
{
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++) {
    const ims_node_info info = ims_node_get(t->model, terms[i].node);
    if (info.edition != edition)
      continue;
    imsi_strbuf_text(&text, text.size ? "\n" : "");
    imsi_strbuf_text(&text, *info.number ? info.number : "used");
    imsi_strbuf_text(&text, t->words ? ": " : "");
    imsi_strbuf_text(&text, t->words ? info.text : "");
  }
  imsi_table_set_text(t->table, column, &text);
  imsi_strbuf_free(&text);
}

static size_t same_word(const imsi_vec *terms, size_t first)
{
  const char *word = IMSI_AT(imsi_term, terms, first).word;
  size_t count = 1;
  while (first + count < terms->count && strcmp(IMSI_AT(imsi_term, terms, first + count).word, word) == 0)
    count++;
  return count;
}

static void add_words(imsi_terms_run *t, const imsi_vec *editions)
{
  for (size_t i = 0, count; i < t->found.count; i += count) {
    const imsi_term *terms = &IMSI_AT(imsi_term, &t->found, i);
    count = same_word(&t->found, i);
    imsi_table_row(t->table, IMS_ROW_NORMAL);
    imsi_table_set(t->table, WORD, ims_node_get(t->model, terms->node).label);
    for (size_t k = 0; k < editions->count; k++)
      set_edition(t, FIRST + k, IMSI_AT(const ims_edition *, editions, k), terms, count);
    imsi_table_set(t->table, FIRST + editions->count, sameness_of(t, terms, count));
  }
}

static ims_status list_words(imsi_terms_run *t)
{
  imsi_vec editions = IMSI_VEC(const ims_edition *);
  ims_status status = find_editions(t, &editions);
  if (!status) {
    t->table = new_list(&editions);
    imsi_terms_add_captions(t);
    add_words(t, &editions);
    imsi_table_note(t->table, "A number: the edition defines the word; used: it uses the word and does not define it. "
                              "Of each edition in use, only words are held that matter beside the others.");
    imsi_table_note(t->table, "same: all who have the word mean the same by it; differs: two of them do not; not "
                              "compared: nobody has said for all of them. 'imsmap terms WORD' tells what.");
  }
  imsi_vec_free(&editions);
  return status;
}

/* ---- request ---- */

static ims_status choose_in_use(imsi_terms_run *t)
{
  for (size_t i = 0; i < t->all.list.count; i++) {
    const imsi_term *term = &IMSI_AT(imsi_term, &t->all.list, i);
    if (imsi_vocabulary_in_use(ims_node_edition(t->model, term->node)))
      IMS_TRY(imsi_vec_push(&t->found, term));
  }
  return IMS_OK;
}

static void add_legend(imsi_terms_run *t)
{
  imsi_table_note(
      t->table, "= the same meaning; < all that the first means is meant by the other, which means more; > the other "
                "way round; x they share some and each means more; 0 nothing in common; <=, >=, ~, ? not known which; "
                "- somebody looked and found no counterpart. [proposed]: no second reading has confirmed it.");
  imsi_table_note(t->table, "used: the edition uses the word and does not define it.");
}

static ims_status tell_words(imsi_terms_run *t, bool others)
{
  imsi_terms_begin(t);
  imsi_terms_add_captions(t);
  IMS_TRY(imsi_terms_tell(t, others));
  if (t->wide)
    add_legend(t);
  return IMS_OK;
}

static ims_status fill(imsi_terms_run *t, const ims_request *request, imsi_reporter *reporter)
{
  const char *word = imsi_request_value(request, "word", 0);
  IMS_TRY(imsi_terms_collect(t->model, &t->all));
  IMS_TRY(word ? imsi_terms_find(t, word, reporter) : choose_in_use(t));
  IMS_TRY(imsi_report_close(t->model, reporter, &t->closure));
  t->wide = request->form == IMS_FORM_WIDE && (!word || request->words != IMS_WORDS_COLUMNS);
  t->words = request->words == IMS_WORDS_INLINE;
  return !word && t->wide ? list_words(t) : tell_words(t, word != NULL);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  imsi_terms_run t = { .model = model, .all = IMSI_TERMS, .found = IMSI_VEC(imsi_term) };
  ims_status status = fill(&t, request, &reporter);
  if (status)
    imsi_table_drop(t.table);
  else
    status = imsi_table_end(t.table, table);
  imsi_closure_free(t.closure);
  imsi_terms_free(&t.all);
  imsi_vec_free(&t.found);
  imsi_reporter_free(&reporter);
  return status;
}

const ims_report imsi_report_terms = {
  .name = "terms",
  .summary = "what the standards mean by a word, and where the same word means different things",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
