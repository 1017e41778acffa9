/** The closed lists of values in XLIFF 1.1 and 1.2. Where a list is open, `x-…` may stand beside it (XTend). */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const DATATYPES = words(`
  asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini
  interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin
  menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report
  resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul`);

export const RESOURCE_TYPES = words(`
  auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem
  checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor
  datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header
  heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem
  menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio
  radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string
  tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo
  vscrollbar window`);

export const MARKER_TYPES = words(`
  abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation
  expanded-form formula head-term initialism international-scientific-term internationalism logical-expression
  materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form
  set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form
  transliterated-form truncated-term variant`);

export const STATES = words(`
  final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation
  needs-translation new signed-off translated`);

export const STATE_QUALIFIERS = words(`
  exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository
  leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling
  tm-suggestion`);

export const SIZE_UNITS = words('byte char col cm dlgunit em ex glyph in mm percent pixel point row');

export const COUNT_UNITS = words(`
  word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable`);

export const COUNT_TYPES = words('num-usages repetition total');

export const CONTEXT_TYPES = words(
  'database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile',
);

export const PAIRED_CODES = words('bold italic underlined link');

export const PLACEHOLDERS = words('image pb lb');

export const REFORMATTED = words(
  'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style',
);

export const PURPOSES = words('information location match');

export const ALTERNATIVES = words('proposal previous-version rejected reference accepted');
