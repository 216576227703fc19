// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/cells/style.h"

#include <QString>

#include <optional>
#include <vector>

namespace crema::terminal {

/// Columns and rows.
struct Size {
    int width = 0;
    int height = 0;

    bool operator==(const Size &) const = default;
};

/// A place on a canvas, counted from 0 at the top left.
struct Position {
    int row = 0;
    int column = 0;

    bool operator==(const Position &) const = default;
};

/// One column of a row: a character with its marks. The second column of a wide character has no text.
struct Cell {
    QString text = QStringLiteral(" ");
    Style style;

    bool operator==(const Cell &) const = default;
};

/// What a row is for. A screen that cannot place text (LinearScreen) reads rows in this sense.
enum class RowRole { Body, Title, Prompt, Message, Hint };

/// A rectangle of cells: what every widget returns and every Screen shows. Drawing outside of it is cut off,
/// and a wide character is never cut in half.
class Canvas
{
public:
    explicit Canvas(Size size);

    [[nodiscard]] Size size() const { return m_size; }
    [[nodiscard]] int width() const { return m_size.width; }
    [[nodiscard]] int height() const { return m_size.height; }

    /// Writes from `column` on and returns the column after the text.
    int put(Position at, QStringView text, Style style = {});
    /// Gives the whole row a style and keeps its text.
    void styleRow(int row, Style style);
    /// Copies `other` with its top left corner at `at`, with its row roles and its cursor.
    void paste(Position at, const Canvas &other);

    [[nodiscard]] const Cell &cell(Position at) const;
    /// The text of a row without the blanks at its end.
    [[nodiscard]] QString rowText(int row) const;

    void setRole(int row, RowRole role);
    [[nodiscard]] RowRole role(int row) const { return m_roles[static_cast<std::size_t>(row)]; }

    void setCursor(std::optional<Position> cursor) { m_cursor = cursor; }
    [[nodiscard]] std::optional<Position> cursor() const { return m_cursor; }

    /// Changes when the message row carries a new message, also one with the same words.
    void setMessageNumber(int number) { m_messageNumber = number; }
    [[nodiscard]] int messageNumber() const { return m_messageNumber; }

    /// What is typed now must not be seen: a screen that leaves the echo to the terminal switches it off.
    void setSecretInput(bool secret) { m_secretInput = secret; }
    [[nodiscard]] bool hasSecretInput() const { return m_secretInput; }

    bool operator==(const Canvas &) const = default;

private:
    [[nodiscard]] bool contains(Position at) const;
    [[nodiscard]] Cell &cellAt(Position at);
    void clearHalves(Position at);

    Size m_size;
    std::vector<Cell> m_cells;
    std::vector<RowRole> m_roles;
    std::optional<Position> m_cursor;
    int m_messageNumber = 0;
    bool m_secretInput = false;
};

} // namespace crema::terminal
