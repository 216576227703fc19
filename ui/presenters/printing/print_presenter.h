// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "reports/documents/receipt_document.h"
#include "ui/presenters/press_guard.h"
#include "ui/presenters/printing/print_desk.h"
#include "ui/presenters/printing/printer_setup.h"
#include "ui/presenters/till/till_presenter.h"

#include <QPointer>

#include <stop_token>

namespace crema {

/// How printing stands, for the places that show it.
struct PrintView {
    enum class State {
        Quiet,    ///< nothing is on its way
        Printing, ///< something is on its way
        Waiting,  ///< the printer does not answer; it is tried again by itself
        Unclear,  ///< a person has to look at the paper
    };

    bool hasPrinter = false;
    State state = State::Quiet;
    bool isPrinted = false; ///< the receipt of the till's last sale is on paper
    QString text;           ///< one sentence; quiet, it says what became of a receipt that is not printed, or nothing
    QString hint;           ///< what to do; may be empty
    int jobs = 0;           ///< that are not on paper

    bool operator==(const PrintView &) const = default;
};

/// Prints receipts behind the sales: each is kept in the store and tried until it is on paper, whatever happens to
/// printer and program meanwhile. A sale never waits for it. Everything given outlives it.
class PrintPresenter final : public QObject
{
    Q_OBJECT

public:
    /// Where `parts` has no printer, nothing is ever printed.
    PrintPresenter(TillDesk &desk, TillPresenter &till, Preferences &preferences, Clock &clock, const PrintParts &parts,
                   const QLocale &locale, QObject *parent = nullptr);
    ~PrintPresenter() override;

    /// Call once, after TillPresenter::start(): takes up what waits, and prints each sale from now on.
    void start();

    [[nodiscard]] const PrintView &view() const { return m_view; }
    /// Whether a receipt can be asked for.
    [[nodiscard]] bool canPrint() const { return m_view.hasPrinter; }

    /// The receipt of a sale; each print after the first is marked as a copy. Says so through said().
    void print(const Sale &sale, const QString &cashier);
    /// A copy, also of a sale whose receipt was never printed here.
    void printCopy(const Sale &sale, const QString &cashier);
    /// Something else than a receipt, kept and tried in the same way; `title` is what it is, for people.
    void printPaper(const QString &title, const documents::PrintedDocument &paper, documents::DrawerKick drawer);
    // Each of the next four answers what the view tells of; the second half of a double press answers nothing else.

    /// The receipt of the last sale at this till once more; nothing without one.
    void printLastAgain();
    /// Tries at once what waits. Of what is unclear the one that the view tells of is printed once more as it was.
    void tryAgain();
    /// Somebody found on paper the unclear one that the view tells of; everything else stays.
    void settleUnclear();
    /// Lets go of everything that is not on paper. What is on its way may still come out.
    void discard();
    /// Somebody set another printer, or none.
    void printerChanged();

Q_SIGNALS:
    void viewChanged();
    void said(crema::Tone tone, const QString &text, const QString &hint);

private:
    using Self = QPointer<PrintPresenter>;
    using Jobs = QList<sync::PrintJob>;

    void followTill();
    void followDesk();
    void take(const PrintDesk::Jobs &jobs);
    void work();
    void show();
    void begin(const Sale &sale, const QString &cashier, documents::ReceiptKind kind);
    [[nodiscard]] const sync::PrintJob *nextJob() const;
    [[nodiscard]] sync::PrintJob jobOf(const Sale &sale, const QString &cashier, int prints) const;
    [[nodiscard]] QByteArray freshBytes(const sync::PrintJob &job) const;
    void noteFailed(const sync::PrintJob &job, const Problem &problem);
    [[nodiscard]] const sync::PrintJob *unclearJob() const;
    void changeJob(std::int64_t number, sync::PrintJob::State state, int tries);
    void dropJob(std::int64_t number);
    [[nodiscard]] static QString titleOf(const Sale &sale);
    void notePrinted(const QString &title);
    void settle(std::int64_t number);

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> keep(Self self, std::stop_token stop, Sale sale, QString cashier, documents::ReceiptKind kind);
    static QCoro::Task<> keepPaper(Self self, std::stop_token stop, sync::PrintJob job);
    static QCoro::Task<> send(Self self, std::stop_token stop, sync::PrintJob job);
    static QCoro::Task<> change(Self self, std::stop_token stop, std::int64_t number, sync::PrintJob::State state,
                                int tries);
    static QCoro::Task<> remove(Self self, std::stop_token stop, std::int64_t number);
    static QCoro::Task<> removeAll(Self self, std::stop_token stop, Jobs before);

    TillDesk &m_desk;
    TillPresenter &m_till;
    Preferences &m_preferences;
    Clock &m_clock;
    PrintParts m_parts;
    QLocale m_locale;
    std::optional<PrinterSetup> m_setup;
    Jobs m_jobs; ///< as they are in the store, or soon will be
    PrintView m_view;
    std::optional<Problem> m_problem; ///< of the last try, until one succeeds
    SaleId m_printedSale;             ///< of the till, the last that was put here
    QString m_onPaper;                ///< title of the last receipt of the till that came out
    QStringList m_keeping;            ///< numbers of the receipts that the store is being given
    QString m_notKept;                ///< number of the receipt that it could not keep, until another is printed
    std::optional<Problem> m_whyNotKept;
    bool m_isRead = false;
    bool m_isSending = false;
    bool m_isDiscarding = false; ///< what is on its way is not tried again
    bool m_isLettingGo = false;  ///< the store is asked to remove all
    PressGuard m_answers;
    std::unique_ptr<Timer> m_wait;
    std::stop_source m_stop;
};

} // namespace crema
