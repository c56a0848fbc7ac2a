/// What no office writes and some file will hold.
enum Tokens {
  /// In place of a number or a value.
  static let values: [String] = [
    "", "0", "-0", "-1", "1", "255", "256", "65536", "1048576", "1048577", "16384", "16385",
    "2147483647", "2147483648", "4294967295", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551616",
    "99999999999999999999999999999999", "1e-400", "9e99", "1e308", "1e309", "-1e309",
    "1e1000000000000", "NaN", "inf", "-Infinity", "0x10", "1_000", ".", ",", "1.", ".5", "1,2,3",
    "1.2.3", "1.234", "1,234", "1 234", "１２．５", "١٢", "−5", "12%", "1e9%", "-3%", "万", "3万亿",
    "1,234.5 亿", "USD 3m", "CNY CNY", "2026-02-30", "0000-00-00", "9999-12-31T25:61:61", "2026",
    "1899-12-30", "2958465", "2958466", "60", "59.999999999", "true", "no", "是", "#N/A",
    "=1+1", "@SUM(A1)", "\u{FEFF}", "\u{200B}", "\u{0301}\u{0301}", "👩‍👩‍👧‍👦", "\u{10FFFF}", "\u{FFFE}",
    "null", "~", "[]", "{}", "D000", "R001;R001;;R002", "总计", "合计", "id", "donor", "recipient",
    "need", "资金需求（万元）", "2026", "amount (亿美元)", "setting", "value", "years", "[2028, 2026]",
    "bond-first", "fixed_pairs", "weights.jobs", "profiles.x", "stages", "*",
  ]

  /// Bytes that are no text, or the beginning of another encoding.
  static let bytes: [[UInt8]] = [
    [0], [0, 0], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE4, 0xB8], [0x81, 0x30, 0x81, 0x30],
    [0xFF, 0xFF, 0xFF, 0xFF],
    [0x84, 0x31, 0xA4, 0x37], [0x0D], [0x0A], [0x0D, 0x0A], [0x09], [0x1A], [0x22], [0x27], [0x2C],
    [0x3B], [0x5C], [0x08], [0x7F], [0xC2, 0x85], [0xE2, 0x80, 0xA8],
  ]

  /// Lines and shapes that documents may hold anywhere.
  static let documents: [String] = [
    "&a", "*a", "*b", "<<: *a", "? ", "? [a]: b", "- - - - - ", "!!binary ", "!!int ",
    "%YAML 1.1\n",
    "---\n", "...\n", "|\n  ", ">-\n  ", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\\",
    "{",
    "}", "[", "]", ":", ",", "# ", "\t", "\"policy\": {}", "\npolicy:\n", "\noffers:\n",
    "\nproposals: []\n",
    "\nyears: [2026, 2028]\n", "{\"regions\": [", "'", "@", "`",
  ]

  /// What the XML of a workbook may hold anywhere.
  static let markup: [String] = [
    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;",
    "&#0;", "&#x10FFFF;", "&#xD800;", "<![CDATA[x]]>", "<![CDATA[", "<!-- -- -->", "<?xml?>",
    "_x0000_", "_xD83D__xDE00_", "<c r=\"A1\"><v>1</v></c>", "<c><f>1</f></c>", "<row>", "</row>",
    "<row r=\"9223372036854775807\"/>", "<row r=\"9223372036854775807\"/><row/>", "<row/>",
    "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
    "<c r=\"XFD1\" t=\"s\"><v>-1</v></c>", "<c t=\"e\"><v>#REF!</v></c>",
    "<mergeCell ref=\"A1:XFD1048576\"/>", "<mergeCell ref=\"A1:ZZZZZZZZ9223372036854775807\"/>",
    "<mergeCell ref=\"B9223372036854775807:C9223372036854775807\"/>",
    "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
    "<table:table-cell table:number-columns-repeated=\"16384\"/>",
    "<table:table-cell table:number-columns-spanned=\"16777216\" table:number-rows-spanned=\"16777216\"/>",
    "<table:table table:name=\"x\">", "</table:table>", "<text:s text:c=\"999999999\"/>",
    "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>", "<rPh><t>x</t></rPh>",
  ]
}
