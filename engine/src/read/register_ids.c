/* Which ids are there already, or look as if they were. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_internal.h"
#include "read/sheet_internal.h"

#include <string.h>

typedef struct slice {
  const char *text;
  size_t size;
} slice;

/* The id in small letters, with its kind in front. */
static ims_status fold_id(ims_register_reader *reader, ims_entry_kind kind, const char *id, size_t size)
{
  imsi_strbuf given = { 0 };
  imsi_strbuf_bytes(&given, id, size);
  imsi_strbuf_clear(&reader->scratch);
  imsi_strbuf_text(&reader->scratch, ims_entry_kind_key(kind));
  imsi_strbuf_text(&reader->scratch, " ");
  imsi_utf8_fold(imsi_strbuf_string(&given), &reader->scratch);
  const ims_status status = given.status ? given.status : reader->scratch.status;
  imsi_strbuf_free(&given);
  return status;
}

/* Reports `problem` of an id, and with `note` the place of the other one. */
static ims_status report(ims_register_reader *reader, ims_entry_kind kind, slice id, ims_pos pos, ims_diag_id problem,
                         ims_diag_id note, ims_pos other)
{
  imsi_strbuf given = { 0 }, cut = { 0 };
  imsi_strbuf_bytes(&given, id.text, id.size);
  const char *shown = imsi_sheet_shown(imsi_strbuf_string(&given), &cut);
  ims_status status = given.status ? given.status : cut.status;
  if (!status)
    status = imsi_reader_problem(reader, problem, pos, ims_entry_kind_key(kind), shown, NULL);
  if (!status && imsi_reader_shows(reader, problem, pos))
    imsi_report(&reader->reporter, note, other, shown, NULL, NULL, NULL);
  imsi_strbuf_free(&given);
  imsi_strbuf_free(&cut);
  return status;
}

static ims_status keep_pos(ims_register_reader *reader, ims_pos *pos)
{
  IMS_TRY(imsi_register_text(reader->evidence, pos->file, strlen(pos->file), &pos->file));
  return pos->sheet ? imsi_register_text(reader->evidence, pos->sheet, strlen(pos->sheet), &pos->sheet) : IMS_OK;
}

/* The place of an id that looks like this one and is another; NULL if there is none. */
static const ims_pos *find_alike(const ims_register_reader *reader, const imsi_strbuf *looks, bool plain)
{
  imsi_symbol symbol = plain ? IMSI_NO_SYMBOL : imsi_intern_find(&reader->ids, looks->data, looks->size);
  if (symbol != IMSI_NO_SYMBOL && symbol < reader->id_pos.count && IMSI_AT(ims_pos, &reader->id_pos, symbol).file)
    return &IMSI_AT(ims_pos, &reader->id_pos, symbol);
  symbol = reader->look_pos.count ? imsi_intern_find(&reader->looks, looks->data, looks->size) : IMSI_NO_SYMBOL;
  return symbol != IMSI_NO_SYMBOL ? &IMSI_AT(ims_pos, &reader->look_pos, symbol) : NULL;
}

static ims_status remember_looks(ims_register_reader *reader, const imsi_strbuf *looks, ims_pos pos)
{
  imsi_symbol symbol;
  IMS_TRY(imsi_intern_put(&reader->looks, looks->data, looks->size, &symbol));
  while (reader->look_pos.count <= symbol)
    IMS_TRY(imsi_vec_push(&reader->look_pos, &pos));
  return IMS_OK;
}

static bool is_ascii(slice id)
{
  for (size_t i = 0; i < id.size; i++)
    if ((unsigned char)id.text[i] >= 0x80)
      return false;
  return true;
}

/* Full width letters and hyphens that do not break look like others. Only ids with such letters are kept as they look:
   of all others the look is the id in small letters. */
static ims_status compare_looks(ims_register_reader *reader, ims_entry_kind kind, slice id, ims_pos pos)
{
  if (!reader->look_pos.count && is_ascii(id))
    return IMS_OK; /* nearly all */
  imsi_strbuf looks = { 0 };
  imsi_strbuf_text(&looks, ims_entry_kind_key(kind));
  imsi_strbuf_text(&looks, " ");
  imsi_utf8_alike(id.text, id.size, &looks);
  ims_status status = looks.status;
  if (!status) {
    const bool plain = looks.size == reader->scratch.size && memcmp(looks.data, reader->scratch.data, looks.size) == 0;
    const ims_pos *other = find_alike(reader, &looks, plain);
    if (other)
      status = report(reader, kind, id, pos, IMS_DIAG_SIMILAR_ID, IMS_DIAG_OTHER_HERE, *other);
    if (!status && !plain)
      status = remember_looks(reader, &looks, pos);
  }
  imsi_strbuf_free(&looks);
  return status;
}

ims_status imsi_reader_id(ims_register_reader *reader, ims_entry_kind kind, const char *id, size_t size, ims_pos pos,
                          bool *repeated)
{
  imsi_symbol symbol;
  IMS_TRY(fold_id(reader, kind, id, size));
  IMS_TRY(imsi_intern_put(&reader->ids, imsi_strbuf_string(&reader->scratch), reader->scratch.size, &symbol));
  IMS_TRY(keep_pos(reader, &pos));
  while (reader->id_pos.count <= symbol)
    IMS_TRY(imsi_vec_push(&reader->id_pos, &(ims_pos){ NULL, 0, 0, NULL }));
  ims_pos *first = &IMSI_AT(ims_pos, &reader->id_pos, symbol);
  *repeated = first->file != NULL;
  if (*repeated)
    return report(reader, kind, (slice){ id, size }, pos, IMS_DIAG_REPEATED_ID, IMS_DIAG_FIRST_HERE, *first);
  *first = pos;
  return compare_looks(reader, kind, (slice){ id, size }, pos);
}
