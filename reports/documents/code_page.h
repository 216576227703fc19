// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace crema::documents {

/// One of the tables by which a printer reads bytes as letters. Those from blank to tilde are ASCII in every one.
struct CodePage {
    int number = 0;                    ///< as ESC t has it, by Epson's count
    const char16_t *letters = nullptr; ///< of the bytes from 0x80 to 0xFF; U+FFFD where there is none

    /// The byte that prints the letter; nothing when the page lacks it. Never a control byte.
    [[nodiscard]] std::optional<char> byteOf(char16_t letter) const;
};

/// The page of this number that we have the letters of; nothing for another.
[[nodiscard]] std::optional<CodePage> codePage(int number);

/// A stretch of a text in one page.
struct CodedRun {
    int page = 0; ///< its number
    QByteArray bytes;
};

/// The text in bytes, the page changed only where it has to be; `current` is the page that the printer is in. Nothing
/// when none of the pages has one of the letters. Blanks of every kind become blanks, and what has no width is left
/// out.
[[nodiscard]] std::optional<QList<CodedRun>> coded(const QString &text, const QList<int> &pages, int current);

/// The same with a question mark for each letter that no page has.
[[nodiscard]] QList<CodedRun> codedAnyhow(const QString &text, const QList<int> &pages, int current);

} // namespace crema::documents
