/*
 * What is recognised in a text, byte by byte: letters outside ASCII are spelled out, and no encoding can be wrong. Case
 * does not matter except in (?-i:...). Of what begins at one place the first counts. Every repetition is bounded, so
 * that no text takes long. A token never begins inside a word.
 */
#include "read/citation_internal.h"

#define WS "(?:[ \\t\\r\\n]|\\xC2\\xA0|\\xE2\\x80[\\x80-\\x8A\\xAF])"
#define DASH "(?:-|\\xE2\\x80[\\x90-\\x95]|\\xE2\\x88\\x92)"
#define END "(?![A-Za-z0-9_])"
#define DIGITS "(?<![\\w.,:#\\x40$\\\\/-])"
#define NO "(?:no|nos|nr|nrs|num|n°|nº)\\.?"

/* a number, or another such word, comes next */
#define WORDS "controls?" WS "|annex|anhang|anexo|allegato|clauses?" WS "|Kap"
#define JOINED "(?:" WS "|[.:(\\[*_`-]|" DASH "){0,4}+(?:" NO WS "?)?"
#define FOLLOWED "(?=" JOINED "(?:(?-i:A)[. ]?" WS "?\\d|\\d|§|" WORDS "))"

#define FILES "pdf|docx?|docm|xlsx?|xlsm|pptx?|md|txt|csv|tsv|html?|xml|json|ya?ml|odt|ods"
#define EXTENSION "(?:" FILES "|png|jpe?g|svg|zip|rst|tex|vsdx?|msg|eml|log)"
#define YEAR "(?:19|20)\\d\\d(?!\\.?\\d)"
#define MONTH_OF "(?:-\\d\\d(?!\\d))?"
#define SAYS                                                                                                           \
  "(?:version|ver|v|edition|ed|edición|edição|edizione|édition|versión|versão|versione|ausgabe|fassung|stand)"
#define BEHIND WS "?:" WS "?" YEAR MONTH_OF "|:\\d\\d(?![\\d.])|[-/_]" YEAR MONTH_OF
#define EDITION "(?:(?:" BEHIND "|" WS "?\\(" YEAR "\\)|" WS "(?:" SAYS "\\.?" WS ")?" YEAR ")(?:\\([DEFR]\\))?)"
#define CHANGES "(?:Amd|A|AC|Cor|AMD|Corr)"
#define AMENDMENT "(?:" WS "?[+/]" WS "?" CHANGES "\\.?" WS "?\\d{0,2}(?::\\d{4})?(?![.\\d])){0,3}"
#define PART "(?:-\\d{1,2}(?![\\d.]))?"

#define SPRING "Jan|Feb|Fév|Mar|Mär|Apr|Avr|Abr|Ma[iy]|Mag|Jun|Jui|Giu"
#define MONTH "(?:" SPRING "|Jul|Lug|Aug|Ago|Aoû|Sep|Set|O[ck]t|Out|Ott|Nov|De[czs]|Déc|Dic|Ene|Gen)"

const imsi_pattern imsi_citation_patterns[] = {
  /* addresses, files */
  { IMSI_STARTS_ANY, IMSI_TOKEN_SKIP,
    "(?:https?|ftp|file)://[^\\s<>|)\\]\"\\']{1,400}|(?<!\\w)www\\.[^\\s<>|)]{1,400}" },
  { IMSI_STARTS_ANY, IMSI_TOKEN_SKIP, "(?<![\\w.+-])[\\w.+-]{1,64}+@[\\w.-]{1,80}" },
  { IMSI_STARTS_ANY, IMSI_TOKEN_SKIP,
    "(?<![\\w./\\\\])(?:\\.{1,2}[/\\\\]|~/|[A-Za-z]:[\\\\/]|\\\\\\\\)[^\\s|<>\"\\')]{0,300}" },
  { IMSI_STARTS_ANY, IMSI_TOKEN_SKIP, "(?<![\\w./\\\\-])/[A-Za-z][\\w.-]{0,80}/[^\\s|<>\"\\')]{0,300}" },
  { IMSI_STARTS_ANY, IMSI_TOKEN_SKIP, "(?<![\\w./\\\\-])[\\w./\\\\()+-]{1,200}\\." EXTENSION "(?![\\w/])" },
  /* dates and times */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    MONTH "[a-z\\x80-\\xBF\\xC3]{0,8}\\.?" WS "[0-3]?\\d(?:st|nd|rd|th)?,?" WS "\\d{4}" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP, DIGITS "(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\\d|3[01])(?!\\d)" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP,
    DIGITS "(?:[0-2]?\\d|3[01])[./-]" WS "?(?:0?[1-9]|1[0-2])[./-]" WS "?(?:(?:19|20)\\d\\d|1[89]|"
           "[23]\\d)(?![\\d.])" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP,
    DIGITS "[0-3]?\\d\\.?(?:st|nd|rd|th)?" WS "(?:of |de |d')?" MONTH "[a-z\\x80-\\xBF\\xC3]{0,8}\\.?(?:" WS
           "(?:de )?\\d{4})?" END },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP, DIGITS "(?:0?[1-9]|1[0-2])[./-](?:19|20)\\d\\d(?![\\d.])" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP, DIGITS "(?:[01]?\\d|2[0-4])[:h][0-5]\\d(?::\\d\\d)?(?![\\d.])" },
  /* sums, telephones, quantities */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP, "(?:EUR|USD|CHF|GBP|BRL|R\\$|MXN)" WS "?\\d[\\d.,']{0,20}" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP, "(?:€|\\$|£)" WS "?\\d[\\d.,']{0,20}" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP, "\\+\\d[\\d ()/.-]{6,20}\\d" },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    "(?:tel|fon|telefon|telefono|teléfono|telefone|phone|fax|mobil|mobile|ext|tél)\\.?:?" WS
    "?[\\d+(][\\d ()/.+-]{2,24}" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SKIP,
    DIGITS "\\d+(?:[.,]\\d+)*" WS "?(?:%|‰|€|\\$|£|°|(?:EUR|USD|CHF|GBP|Euros?|Mio|Mrd|mil(?:lion|lón|"
           "lones|ioni|ione|hões|hão)\\w{0,3}|k€|TEUR|[KMGT]i?B|[kMG]Hz|kg|km|mm|cm|hrs?|hours?|std|stunden?|"
           "min|mins|minuten?|minutes?|days?|tagen?|tage|weeks?|wochen?|months?|monaten?|monate|years?|"
           "jahren?|jahre|ans|jours?|mois|heures?|días?|meses|mes|años?|horas?|dias?|anos?|giorni|ore|mesi|"
           "anni|people|persons?|employees|mitarbeiter\\w{0,5}|personas?|pessoas|FTE|users?|sites?|uhr|[ap]m|"
           "points?|punkten|punti|pontos|puntos|stück|pieces|times|mal|bar|kWh?|percent|prozent|findings|"
           "abweichungen|feststellungen)" END ")" },
  /* what has a version or a number of its own */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    "(?:versi(?:on|onen|ón)|versão|versione|ver|vers|v|rev|revision|revisión|revisão|revisione|"
    "release|rel|build|firmware|patch|ausgabe|stand|édition|edición|edição|edizione|issue|update|"
    "fassung)\\.?:?" WS "?(?:v\\.?" WS "?)?\\d[\\w.-]{0,20}" },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    "(?:windows|python|php|office|mysql|mariadb|postgres(?:ql)?|oracle|ios|android|debian|ubuntu|rhel|"
    "centos|java|sap|tls|ssl|openssl|cvss|http|usb|bluetooth|kernel|linux|kubernetes|nginx|apache|"
    "jira|sharepoint|exchange|outlook|wi-?fi|bpmn|uml|xml|html|oauth|saml|smb|ipv?)(?:" WS "(?:server|"
    "score))?:?" WS "?v?\\d[\\w.-]{0,20}" },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    "(?:tabelle|table|tab|tableau|tabla|tabela|tabella|figure|fig|figura|abbildung|abb|bild|image|"
    "seite|page|pages|pp|p|pág|página|pag|pagina|step|schritt|étape|paso|passo|level|stufe|niveau|"
    "nivel|nível|livello|reifegrad|maturity|score|wert|note|nota|grade|phase|fase|raum|room|sala|"
    "salle|zimmer|gebäude|building|ticket|bug|issue|incident|change|CR|line|zeile|ligne|row|sprint|"
    "week|kw|semana|slide|folie|module|modul|lesson|lektion|question|frage|pregunta|day|tag)\\.?:?" WS "?(?:" NO WS
    "?|#)?\\d[\\d.]{0,12}+(?![A-Za-z])" },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SKIP,
    "(?:cert\\w{0,12}|zert\\w{0,14}|regist\\w{0,10}|reg|ref|id|ident|accredit\\w{0,8}|akkr\\w{0,12}|"
    "order|auftrag\\w{0,8}|rechnung\\w{0,8}|invoice|factura|fattura|facture|fatura|kunden\\w{0,8}|"
    "contract|vertrag\\w{0,3})[-. ]{0,2}(?:" NO "|number|nummer|número|numero|numéro|id)?\\.?:?" WS
    "?(?=[\\w./-]{0,30}\\d)[A-Z0-9][\\w./-]{2,30}(?:" WS "\\d[\\d/-]{1,12}){0,4}" },
  /* frameworks and laws that go by a name */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_NAMED,
    "(?:NIST(?:" WS "?(?:SP|CSF|RMF))?(?:" WS "?800-\\d{1,3}\\w?)?(?:" WS "AC-\\d+)?|PCI[- ]?DSS|GDPR|"
    "DS-?GVO|RGPD|LOPD(?:GDD)?|LGPD|LPD|HIPAA|HITRUST|SOC" WS "?[123]|SOX|COBIT|ITIL|CMMI(?:-SVC)?|"
    "CMMC|TISAX|VDA[- ]ISA|FitSM(?:-\\d)?|MOF|(?:BSI[- ])?(?:IT-)?Grundschutz|BSI[- ](?:Standard" WS
    ")?\\d{3}-\\d|IATF|CIS" WS "(?:Controls?|CSC)|CSA" WS "CCM|CCM|BDSG|TKG|TTDSG|KRITIS|NIS" WS "?-?2|"
    "DORA|eIDAS|ENS|Esquema Nacional de Seguridad|ANSSI|SecNumCloud|FedRAMP|OWASP|ASVS|ETSI|MITRE|"
    "Ann?ex[eo]?" WS "SL|Anhang" WS "SL|IAF" WS "MD|MaRisk|BAIT|VAIT|EBA|DGUV|ArbSchG|EMAS|EFQM|"
    "PRINCE2|PMBOK|SA" WS "?8000|AS" WS "?9100\\w?|AI" WS "Act|Directive|Regulation|Règlement|"
    "Reglamento|Regolamento|Regulamento|Verordnung|Gesetz|Loi|Ley|Lei|Legge|Decreto|Décret|"
    "D\\.?Lgs\\.?|RFC|TOGAF|SABSA|FAIR|Essential Eight|Cyber Essentials|BCI|GPG|HL7|GxP|GMP|FDA|MDR|"
    "IVDR)" END "(?:[ /-]?(?:\\(E[UC]\\)" WS "?)?(?:" NO WS "?)?v?\\d[\\d./-]{0,16}+)?" },
  /* standards with a number */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_STANDARD,
    "(?:(?-i:ABNT|NBR|DIN|EN|BS|UNE|NF|UNI|NP|NEN|NTC|NTP|IRAM|NMX|NCh|SN|SS|DS|NS|SFS|PN|CSN|STN|SNI|"
    "TS|GB/T|JIS|KS|ÖNORM|OENORM|IS|AS|AS/NZS|CEI)[ /_-]{1,2}){0,4}(?:ISO|IEC)(?:" WS "{0,2}[ /_-]?" WS
    "?(?:IEC|CEI|IEEE|TS|TR|PAS|FDIS|DIS|CD|EN|ISO|Guide)){0,3}(?:" WS "|[_/-]|" DASH
    "){0,3}(?:standards?|norme?a?|Normen)?" WS "?\\d{3,6}" PART EDITION "?" AMENDMENT },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_STANDARD,
    "(?-i:(?:(?:ABNT|NBR|DIN|EN|BS|UNE|NF|UNI|NP|NTC|IEEE|ANSI|VDE|VDI|VDA|ASTM|ITU|BSI|PAS|UL|SAE|"
    "IRAM|NMX)[ /_-]{1,2}){1,4}(?:X\\.)?[1-9]\\d{2,5}" PART EDITION "?)" },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_BARE,
    "(?<![\\w.,:#+-])[1-9]\\d{3,4}" PART EDITION "?" AMENDMENT "(?!\\d)(?![.,]\\d)(?![A-Za-z])" },
  /* words before a number */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_ANNEX,
    "(?:annex(?:e|es)?|anhang|anhangs|anhänge|anexos?|allegat[oi]|appendix|bijlage|bilag|bilaga|"
    "załącznik|příloha|lampiran|liite)" END WS "{0,2}(?:(?-i:A)(?![A-Za-z])(?!\\.?" WS "?\\d))?" },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_CONTROL,
    "(?:controls?|contrôles?|mesures?|maßnahmen?|massnahmen?|kontrol(?:l(?:e|en|er))?|controles?|"
    "controll[oi]|medidas?|misur[ae]|maatregel(?:en)?|zabezpieczeni[ae]|referenzmaßnahmen?)" END FOLLOWED },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_CLAUSE,
    "(?:clauses?|sub-?clauses?|cls?\\.|cl(?=[ ]?\\d)|klauseln?|klausul|klauzul\\w{0,3}|normkapiteln?|"
    "normabschnitte?n?|normforderung(?:en)?|normanforderung(?:en)?|normpunkte?n?|cláusulas?|"
    "clausulas?|clausol[ae]|numeral(?:es)?|apartados?|std\\.? ?ref)(?:(?<=\\.)|" END ")" FOLLOWED },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_SECTION,
    "(?:sections?|sect?\\.|chapters?|chap\\.|ch\\.|paragraphs?|para\\.?|paras|points?|items?|itens|"
    "requirements?|reqs?\\.?|articles?|kapiteln?|kap\\.|kap(?=[ ]\\d)|abschnitte?n?|abschn\\.|"
    "ziffern?|ziff\\.|punkte?n?|pkte?\\.|(?:an)?forderung(?:en)?|num\\.|absatz|abs\\.|arts?\\.|"
    "p\\.t[oi]|pto\\.|absätze|chapitres?|paragraphes?|par\\.|exigences?|secci(?:ó|o)n(?:es)?|puntos?|"
    "requisitos?|cap(?:í|i)tulos?|cap\\.|ep(?:í|i)grafes?|art(?:í|i)culos?|incisos?|se(?:ç|c)(?:ã|a)o|"
    "se(?:ç|c)(?:õ|o)es|subseção|pontos?|artigos?|punt[oi]|paragraf[oi]|capitol[oi]|sezion[ei]|"
    "requisit[oi]|hoofdstuk(?:ken)?|paragra(?:af|fen)|eis(?:en)?|afsnit|avsnitt|krav|punkty|rozdział|"
    "madde(?:si)?|pasal)(?:(?<=\\.)|" END ")" FOLLOWED },
  { IMSI_STARTS_SIGN, IMSI_TOKEN_SECTION,
    "(?:§{1,2}|第|条款|条|章|箇条|(?:пункт|раздел)(?:\\xD0[\\xB0-\\xBF]|\\xD1[\\x80-\\x8F]){0,2}|"
    "(?<![\\x80-\\xBF])п\\.)" FOLLOWED },
  /* texts that are no standards */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_HOUSE,
    "[\\w-]{0,20}(?:handbuch(?:s|es)?|leitlinien?|richtlinien?|anweisung(?:en)?|konzepte?s?|"
    "vertrag(?:s|es)?|berichte?s?|dokuments?|dokumentation|vorlagen?|verfahren|beschreibung)" END },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_HOUSE,
    "(?:handbook|manuals?|manuale|manuel|manuales|polic(?:y|ies)|guidelines?|procedures?|procedur[ae]|"
    "procédures?|contracts?|contrats?|contratos?|contratto|agreements?|SLA|reports?|rapports?|"
    "informes?|relatórios?|relazione|pol(?:í|i)ticas?|politiques?|procedimientos?|procedimentos?|"
    "directri(?:z|ces)|diretri(?:z|zes)|instruc(?:tions?|ciones|ción)|instrução|istruzion[ei]|"
    "templates?|documents?|documentos?|documentation|plans?|plano|piano|charter|wiki|confluence|SOP|"
    "VA|AA|QMH|thesis|book|buch|libro|livre|livro|lease|statutes?|satzung|bylaws|proposal|"
    "angebot\\w{0,3}|offer|oferta|offre|RFP|tender|lastenheft|pflichtenheft|specification|"
    "spezifikation|cahier des charges|pliego|capitolato|caderno de encargos)" END },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_HERE,
    "(?:below|above|unten|oben|untenstehend|ci-dessous|ci-dessus|infra|supra|abajo|arriba|abaixo|"
    "acima|sotto|sopra|hereof|herein|dieses dokuments|this document|of this page)" END },
  { IMSI_STARTS_LETTER, IMSI_TOKEN_LAW,
    "(?-i:(?:[A-Z][A-Za-z]{1,14}(?:G|GB|VO|StG)|IT-SiG|StPO|ZPO|VgV|VOB|AGB)" END ")" },
  /* codes, and numbers at last */
  { IMSI_STARTS_LETTER, IMSI_TOKEN_CODE, "(?!A\\.\\d)[A-Z]{1,12}(?:[-_.][A-Z0-9]{1,12}){0,4}[-_]\\d[\\w.-]{0,20}" },
  { IMSI_STARTS_LAST, IMSI_TOKEN_NUMBER,
    "(?<![\\w.#\\x40\\\\])(?<![A-Za-z0-9][_])(?<![A-Za-z][-/])(?:(?-i:A)\\.?(?:[ ]|\\xC2\\xA0)?|"
    "a\\.)?\\d{1,2}+(?:\\.\\d{1,2}+){0,3}+(?:\\.[xX*](?![A-Za-z0-9]))?(?:(?=\\.?[a-l]\\))|"
    "(?<=\\.\\d\\.\\d)(?=[a-l](?![A-Za-z0-9_]))|(?=[abcef](?![A-Za-z0-9_]))|"
    "(?=\\.[a-l](?![A-Za-z0-9]))|(?![A-Za-z0-9_]|\\.\\d))(?!" WS "?%)(?!-0)" },
  { IMSI_STARTS_LAST, IMSI_TOKEN_END, NULL },
};
