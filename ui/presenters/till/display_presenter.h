// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/lock_presenter.h"
#include "ui/presenters/settings/preferences.h"
#include "ui/presenters/till/till_presenter.h"

namespace crema {

/// Where customers see their sale.
enum class DisplayPlace {
    Off,
    Window,       ///< a window of its own, wherever somebody moves it
    SecondScreen, ///< all of a screen that the program itself is not on; a window while there is none
};

/// "off", "window", "second-screen"; stable, as it is kept.
[[nodiscard]] QString displayPlaceText(DisplayPlace place);
/// Off for any other word.
[[nodiscard]] DisplayPlace displayPlaceFromText(QStringView text);

struct DisplayLine {
    QString name;
    QString quantityText;
    QString totalText;
    QString chosenText; ///< "Large, Oat milk"; empty without
    QString detail = {}; ///< what lies in a bundle; empty for most

    bool operator==(const DisplayLine &) const = default;
};

/// What a customer sees: finished, translated texts, and nothing that is meant for the staff.
struct DisplayView {
    enum class Face {
        Idle,   ///< nobody buys anything
        Sale,   ///< what was rung up so far, and what is paid of it
        Change, ///< it is paid
    };

    Face face = Face::Idle;
    QString businessName;
    QString trainingText;     ///< not empty: nothing of it counts
    QList<DisplayLine> lines; ///< the last ones are the newest
    QList<AmountRow> rows;    ///< subtotal, discounts, tax; what is paid of it already
    QString totalLabel;
    QString totalText;
    QString changeText; ///< "€11.45"; empty where there is none
    QString paidText;   ///< "€50.00 cash for €38.55"
    QString codeText;   ///< what a QR code says, for customers to scan; empty: there is none
    QString codeLabel;  ///< what it is for

    bool operator==(const DisplayView &) const = default;
};

/// The customer's side of the till, for any toolkit: items, total and change. It never has notes, costs, names of
/// people or anything of other sales. Everything given outlives it.
class DisplayPresenter final : public QObject
{
    Q_OBJECT

public:
    DisplayPresenter(TillPresenter &till, LockPresenter &lock, Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] const DisplayView &view() const { return m_view; }
    [[nodiscard]] DisplayPlace place() const { return m_place; }
    /// Kept on this computer.
    void setPlace(DisplayPlace place);
    /// A code beside the sale until it ends: to pay with, or to take the receipt along. An empty text takes it away.
    void showCode(const QString &text, const QString &label);

Q_SIGNALS:
    void viewChanged();
    void placeChanged();

private:
    void show();

    TillPresenter &m_till;
    LockPresenter &m_lock;
    Preferences &m_preferences;
    DisplayPlace m_place;
    DisplayView m_view;
    QString m_code;
    QString m_codeLabel;
};

} // namespace crema
