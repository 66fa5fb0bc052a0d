/* Words for values, in English, German, French and Spanish. */

#include "read/register_sheet_internal.h"

#include <string.h>

static const struct {
  ims_field field;
  int value;
  const char *words;
} values[] = {
#define IMSI_WORDS(field, value, words) { IMS_FIELD_##field, value, words },
#include "read/register_words.def"
};

int imsi_word_value(ims_field field, const char *plain)
{
  const size_t size = strlen(plain);
  for (size_t i = 0; size && i < sizeof values / sizeof *values; i++)
    if (values[i].field == field && imsi_is_among(values[i].words, plain, size))
      return values[i].value;
  return 0;
}

bool imsi_says_nothing(const char *text, size_t size)
{
  static const char words[] =
      "|-|--|---|\xE2\x80\x93|\xE2\x80\x94|/|?|.|n/a|N/A|n.a.|N.A.|na|NA|none|None|tbd|TBD|t.b.d.|open|"
      "keine|Keine|kein|k. A.|k.A.|n. a.|offen|aucun|aucune|s.o.|ninguno|ninguna|n/d|nil|Nil";
  return !size || imsi_is_among(words + 1, text, size);
}

int imsi_mark_value(const char *text, size_t size, const char *plain)
{
  static const char marks[] =
      "x|\xE2\x9C\x93|\xE2\x9C\x94|\xE2\x9C\x85|\xE2\x97\x8F|\xE2\x80\xA2|\xE2\x98\x91|\xE2\x98\x92|"
      "\xE2\x96\xA0|\xE2\x97\x86|*|+";
  if (imsi_is_among(marks, text, size) ||
      imsi_is_among("x|xx|yes|y|ja|j|oui|si|true|1|wahr|vrai", plain, strlen(plain)))
    return size != 0;
  if (imsi_says_nothing(text, size) || imsi_is_among("no|n|nein|non|false|0|falsch|faux|o", plain, strlen(plain)))
    return 0;
  return -1;
}

/* ---- documents and records ---- */

static const char document_words[] =
    "policy|policies|procedure|procedures|process|plan|manual|handbook|guideline|guidelines|guide|standard|instruction|"
    "instructions|strategy|concept|charter|specification|contract|agreement|sla|form|template|checklist|statement|"
    "regulation|rules|role|description|methodology|method|catalogue|catalog|richtlinie|leitlinie|politik|verfahren|"
    "prozess|"
    "anweisung|arbeitsanweisung|verfahrensanweisung|handbuch|konzept|strategie|vorlage|formular|checkliste|vertrag|"
    "vereinbarung|regelung|ordnung|beschreibung|katalog|politique|plans|manuel|guide|consigne|instruction|contrat|"
    "modele|"
    "formulaire|charte|politica|procedimiento|proceso|manual|guia|instruccion|contrato|plantilla|formulario|acuerdo";

static const char record_words[] =
    "record|records|minutes|report|reports|log|logs|protocol|result|results|certificate|evidence|screenshot|ticket|"
    "attestation|confirmation|aufzeichnung|aufzeichnungen|protokoll|bericht|nachweis|ergebnis|ergebnisse|zertifikat|"
    "auswertung|niederschrift|enregistrement|enregistrements|rapport|preuve|resultat|resultats|certificat|registro|"
    "registros|informe|acta|evidencia|resultado|resultados|certificado";

/* German puts words together: the last part tells what it is. */
static const char *const document_endings[] = { "richtlinie", "leitlinie", "anweisung", "verfahren",
                                                "handbuch",   "konzept",   "plan",      "prozess",
                                                "vorlage",    "vertrag",   "ordnung",   "politik" };
static const char *const record_endings[] = { "bericht",        "protokoll", "nachweis",  "aufzeichnung",
                                              "aufzeichnungen", "ergebnis",  "auswertung" };

enum { SHORTEST_COMPOUND = 3 };

static bool ends_with(const char *word, size_t size, const char *const *endings, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const size_t length = strlen(endings[i]);
    if (size >= length + SHORTEST_COMPOUND && memcmp(word + size - length, endings[i], length) == 0)
      return true;
  }
  return false;
}

int imsi_kind_of_words(const char *plain)
{
  bool document = false, record = false;
  for (const char *word = plain; *word; word += *word == ' ') {
    const size_t size = strcspn(word, " ");
    if (imsi_is_among(record_words, word, size) ||
        ends_with(word, size, record_endings, sizeof record_endings / sizeof *record_endings))
      record = true;
    else if (imsi_is_among(document_words, word, size) ||
             ends_with(word, size, document_endings, sizeof document_endings / sizeof *document_endings))
      document = true;
    word += size;
  }
  return document == record ? 0 : document ? IMS_IS_DOCUMENT : IMS_IS_RECORD;
}
