// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace crema {

/// Where an action stands in menus and in the command palette.
enum class ActionCategory {
    Sale,    ///< what happens to the open cart
    Payment, ///< taking money
    Search,  ///< finding something
    Shift,   ///< the cash drawer's day
    Record,  ///< make or change a record of the area
    Go,      ///< move to another page
    Device,  ///< this device: enrolment, sync, printer
    Program, ///< help, theme, quit
};

/// What never changes about an action while the program runs. Keys are text so that presenters name no toolkit.
struct ActionDeclaration {
    QString id;       ///< stable, dotted: "till.pay"; unique in the program
    QString text;     ///< translated, sentence case, starts with the verb
    QString iconName; ///< a file of resources/icons without its ending: "cash"
    ActionCategory category = ActionCategory::Program;
    QStringList
        shortcuts; ///< desktop keys in QKeySequence's portable text, the first is the one shown: {"F12", "Ctrl+Return"}
    QStringList terminalKeys; ///< terminal keys by name: {"F4"}; every one also works as ".4"
};

/// One thing a person can do, declared once beside its presenter. Menus, buttons, the command palette and the
/// terminal's key map only draw it.
class Action final : public QObject
{
    Q_OBJECT

public:
    /// `run` is called by trigger() while the action is enabled.
    Action(ActionDeclaration declaration, std::function<void()> run, QObject *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_declaration.id; }
    [[nodiscard]] const QString &text() const { return m_declaration.text; }
    [[nodiscard]] const QString &iconName() const { return m_declaration.iconName; }
    [[nodiscard]] ActionCategory category() const { return m_declaration.category; }
    [[nodiscard]] const QStringList &shortcuts() const { return m_declaration.shortcuts; }
    [[nodiscard]] const QStringList &terminalKeys() const { return m_declaration.terminalKeys; }

    [[nodiscard]] bool isEnabled() const { return m_disabledReason.isEmpty(); }
    /// A translated sentence that says why it cannot be done now; empty while enabled.
    [[nodiscard]] const QString &disabledReason() const { return m_disabledReason; }

    void enable() { setDisabledReason({}); }
    /// An empty reason enables the action.
    void setDisabledReason(const QString &reason);

    /// Replaces the text where it names an amount or an object ("Pay €4.20").
    void setText(const QString &text);
    /// Replaces the keys of the window by those that this device has set.
    void setShortcuts(const QStringList &shortcuts);

    /// Does it, when enabled. Returns whether it was done.
    bool trigger();

Q_SIGNALS:
    void changed();

private:
    ActionDeclaration m_declaration;
    std::function<void()> m_run;
    QString m_disabledReason;
};

/// The actions of one presenter, in the order in which they are listed to people.
class ActionList final
{
public:
    /// Ids are unique in a list; a second one asserts.
    Action &add(ActionDeclaration declaration, std::function<void()> run);

    /// The action with this id, or null.
    [[nodiscard]] Action *find(QStringView id) const;

    [[nodiscard]] const std::vector<std::unique_ptr<Action>> &all() const { return m_actions; }

private:
    std::vector<std::unique_ptr<Action>> m_actions;
};

} // namespace crema
