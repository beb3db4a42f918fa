package culture

import "strings"

func newInvariant() *Culture {
	return &Culture{
		EnglishName:   "Invariant Language (Invariant Country)",
		NativeName:    "Invariant Language (Invariant Country)",
		LCID:          invariantLCID,
		ISO3:          "ivl",
		CurrencyISO:   "XDR",
		ListSeparator: ",",
		Number:        invariantNumbers(),
		DateTime:      invariantDates(),
	}
}

func invariantNumbers() NumberFormat {
	sizes := []int{3}
	return NumberFormat{
		NegativeSign: "-", PositiveSign: "+",
		DecimalSeparator: ".", GroupSeparator: ",",
		CurrencySymbol: "¤", CurrencyDecimalSeparator: ".", CurrencyGroupSeparator: ",",
		PercentDecimalSeparator: ".", PercentGroupSeparator: ",",
		PercentSymbol: "%", PerMilleSymbol: "‰",
		NaN: "NaN", PositiveInfinity: "Infinity", NegativeInfinity: "-Infinity",
		GroupSizes: sizes, CurrencyGroupSizes: sizes, PercentGroupSizes: sizes,
		DecimalDigits: 2, CurrencyDecimalDigits: 2, PercentDecimalDigits: 2,
		NegativePattern: 1,
	}
}

func invariantDates() DateTimeFormat {
	months := strings.Fields("January February March April May June July August September October November December")
	days := strings.Fields("Sunday Monday Tuesday Wednesday Thursday Friday Saturday")
	return DateTimeFormat{
		Months: months, GenitiveMonths: months,
		AbbreviatedMonths: cutAll(months, 3), AbbreviatedGenitiveMonths: cutAll(months, 3),
		Days: days, AbbreviatedDays: cutAll(days, 3), ShortestDays: cutAll(days, 2),
		AM: "AM", PM: "PM", Era: "A.D.",
		ShortDates:    []string{"MM/dd/yyyy", "yyyy-MM-dd"},
		LongDates:     []string{"dddd, dd MMMM yyyy"},
		ShortTimes:    []string{"HH:mm", "hh:mm tt", "H:mm", "h:mm tt"},
		LongTimes:     []string{"HH:mm:ss", "hh:mm:ss tt", "H:mm:ss", "h:mm:ss tt"},
		YearMonth:     "yyyy MMMM",
		MonthDay:      "MMMM dd",
		DateSeparator: "/", TimeSeparator: ":",
	}
}

func cutAll(names []string, n int) []string {
	short := make([]string, len(names))
	for i, name := range names {
		short[i] = name[:n]
	}
	return short
}
