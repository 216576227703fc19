// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/settings/preferences.h"
#include "ui/presenters/shell/palette_row.h"
#include "ui/presenters/shell/shell_presenter.h"
#include "ui/presenters/shop_desk.h"

#include <QLocale>
#include <QPointer>

#include <stop_token>

namespace crema {

/// The one field that reaches everything: actions, pages, records (ux.md 2.4). Rows of actions and pages are there at
/// once; records of the store follow below them and never move what stands above. Everything given outlives it.
class PalettePresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t searchDelayMs = 80;
    static constexpr qsizetype maxRows = 40;
    static constexpr qsizetype maxTyped = 64; ///< longer texts are cut

    PalettePresenter(ShellPresenter &shell, ShopDesk &desk, Preferences &preferences, Clock &clock,
                     const QLocale &locale, QObject *parent = nullptr);
    ~PalettePresenter() override;

    /// Lists these actions too. `area` is the page they belong to, empty for those of every page.
    void addActions(const QString &area, ActionList &actions);

    /// Begins anew with an empty text.
    void open();
    /// A first sign chooses what is looked through: > actions, # sales, @ nothing yet, = an amount to work out.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<PaletteRow> &rows() const { return m_rows; }
    /// Whether records of the store may still follow.
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// The row to choose with Enter: the first that can be done; −1 when there is none.
    [[nodiscard]] int firstEnabled() const;

    /// Does what the row says and counts it. Answers false for a row that cannot be done now; the palette stays open.
    bool choose(int row);

    /// A group's heading; empty where none is shown.
    [[nodiscard]] static QString groupName(PaletteGroup group);

Q_SIGNALS:
    void rowsChanged();
    /// The person chose a text to take along.
    void copyWanted(const QString &text);

private:
    using Self = QPointer<PalettePresenter>;
    struct Source {
        QString area;
        ActionList *actions = nullptr;
    };
    struct Ranked;

    [[nodiscard]] std::vector<Ranked> rankedRows(const QString &typed) const;
    void addActionRows(const QString &typed, std::vector<Ranked> &found) const;
    void addRecentRows(const QString &typed, std::vector<Ranked> &found) const;
    [[nodiscard]] QList<PaletteRow> answerRows(const QString &sum) const;
    [[nodiscard]] QList<PaletteRow> nothingRows(const QString &typed) const;
    [[nodiscard]] QString useKey(const QString &actionId) const;
    void refresh();
    void show(const QList<PaletteRow> &records);
    static QCoro::Task<> search(Self self, std::stop_token stop, QString text);
    static QCoro::Task<QList<PaletteRow>> salesFor(Self self, QString text, int limit);
    static QCoro::Task<QList<PaletteRow>> productsFor(Self self, QString text, int limit);

    ShellPresenter &m_shell;
    ShopDesk &m_desk;
    Preferences &m_preferences;
    Clock &m_clock;
    QLocale m_locale;
    std::vector<Source> m_sources;
    QString m_text;
    QList<PaletteRow> m_fixed; ///< rows that are known at once
    QList<PaletteRow> m_rows;
    bool m_searching = false;
    std::unique_ptr<Timer> m_timer;
    std::stop_source m_stop;
};

} // namespace crema
