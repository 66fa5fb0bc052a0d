/* T20: a word that the standards of several systems use differently, in what a shared document says of itself. */

#include "base/try.h"
#include "check/registry.h"
#include "query/vocabulary.h"

#include <string.h>

/* The only system of the set whose vocabulary is this edition; NULL if there is none. */
static const ims_system *user_of(const imsi_check_run *run, ims_systems set, const ims_edition *vocabulary)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (set >> i & 1 && imsi_vocabulary_of(run->model, systems[i].edition) == vocabulary)
      return &systems[i];
  return NULL;
}

/* What the document says of itself. */
static bool uses(const imsi_check_run *run, ims_entry document, const char *word)
{
  return imsi_words_in(imsi_check_field(run, document, IMS_FIELD_TITLE), word) ||
         imsi_words_in(imsi_check_field(run, document, IMS_FIELD_SCOPE), word);
}

enum { LONGEST_TERM = 96 };

/* A term without what stands in parentheses at its end; "" if it is too long. */
static void bare(const char *term, char text[LONGEST_TERM])
{
  size_t size = strcspn(term, "(");
  while (size && term[size - 1] == ' ')
    size--;
  size = size < LONGEST_TERM ? size : 0;
  memcpy(text, term, size);
  text[size] = '\0';
}

/* True if the word is said in a longer term, as "service" in "service level agreement". */
static bool is_in_longer_term(const imsi_check_run *run, ims_entry document, const imsi_terms *terms, const char *word)
{
  char longer[LONGEST_TERM];
  for (size_t i = 0; i < terms->list.count; i++) {
    bare(IMSI_AT(const imsi_term, &terms->list, i).word, longer);
    if (strlen(longer) > strlen(word) && imsi_words_in(longer, word) && uses(run, document, longer))
      return true;
  }
  return false;
}

static bool settles_meaning(const imsi_check_run *run, ims_entry document)
{
  static const char *const signs[] = { "definition", "defined", "glossary", "means", "meaning", "meant" };
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    if (uses(run, document, signs[i]) || imsi_words_in(imsi_check_field(run, document, IMS_FIELD_NOTE), signs[i]))
      return true;
  return false;
}

/* Two terms of one word: known to mean different things. */
static bool differ(const imsi_check_run *run, const imsi_term *a, const imsi_term *b)
{
  const ims_relation relation = imsi_closure_relation(run->closure, a->node, b->node);
  return strcmp(a->word, b->word) == 0 && !(relation & IMS_EQUAL) && relation != IMS_CONTRADICTION;
}

static bool look_at_pair(imsi_check_run *run, ims_entry document, const imsi_term *a, const imsi_term *b)
{
  const ims_systems marked = ims_entry_systems(run->given, document);
  const ims_edition *here = ims_node_edition(run->model, a->node), *there = ims_node_edition(run->model, b->node);
  if (here == there || !differ(run, a, b) || !user_of(run, marked, here) || !user_of(run, marked, there))
    return false;
  const imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_TITLE);
  imsi_check_find(run, &spot, "it speaks of '%1', which is not the same in %2 and in %3",
                  "say in it which meaning is taken, or name the thing in full",
                  IMSI_ARGS(a->word, here->name, there->name));
  return true;
}

/* A word is told once a document. */
static void look(imsi_check_run *run, ims_entry document, const imsi_terms *terms)
{
  bool told = false;
  for (size_t i = 0; i < terms->list.count; i++) {
    const imsi_term *term = &IMSI_AT(imsi_term, &terms->list, i);
    const bool first = !i || strcmp(IMSI_AT(imsi_term, &terms->list, i - 1).word, term->word) != 0;
    told = told && !first;
    if (told || !uses(run, document, term->word) || is_in_longer_term(run, document, terms, term->word))
      continue;
    for (size_t k = i + 1; !told && k < terms->list.count; k++) {
      const imsi_term *other = &IMSI_AT(imsi_term, &terms->list, k);
      if (strcmp(other->word, term->word) != 0)
        break;
      told = look_at_pair(run, document, term, other);
    }
  }
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  imsi_terms terms = IMSI_TERMS;
  const ims_status status = imsi_terms_collect(run->model, &terms);
  for (size_t i = 0; !status && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    if (imsi_check_count(ims_entry_systems(run->given, document)) > 1 && !imsi_check_is_obsolete(run, document) &&
        !imsi_check_is_record(run, document) && !settles_meaning(run, document))
      look(run, document, &terms);
  imsi_terms_free(&terms);
  return status;
}

const imsi_check imsi_check_ambiguous_term = { .id = "T20", .run = run_check };
