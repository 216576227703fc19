// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/selling/time_words.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/syncing/sync_words.h"

#include <QCoroTask>

#include <QLocale>
#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace crema {

/// How sync stands, in sentences.
struct SyncStatus {
    SyncPill pill;
    QString sentence; ///< what it means for the person: "Sales go on. They are saved here and go out by themselves."
    QString lastText; ///< "Last sent and fetched 11 min ago"; empty before the first time
    /// "Compared with the platform, all the same: 20 min ago"; empty before the first time
    QString comparedText = {};
    QString nextText;  ///< "Next try at 10:44"; empty when that is not known
    bool busy = false; ///< a try that a person asked for is under way

    bool operator==(const SyncStatus &) const = default;
};

/// One line of the queue, or the title of a group of lines.
struct QueueRow {
    bool isGroup = false;
    QString id;       ///< of the operation or the group; stays the same
    QString iconName; ///< a file of resources/icons without its ending
    QString title;    ///< "Sale MAIN-2-000123", "Needs attention"
    RecordState state = RecordState::SavedHere;
    QString problemText; ///< why it is not on the platform; empty when nothing is wrong
    QString hintText;    ///< what to do about it; may be empty
    QString ageText;     ///< "12 min"; of a group how many lines it has
    QString exactText;   ///< exact time, for tooltips
    QString address;     ///< where its subject is shown; empty when nowhere
    QString card = {};   ///< what AttentionPresenter::open() takes; empty when there is nothing to decide

    bool operator==(const QueueRow &) const = default;
};

/// The calm message when the platform is out of reach (ux.md 2.8): once for each time that happens.
struct OfflineNotice {
    QString title;    ///< "Showing data as of 10:28."
    QString sentence; ///< what goes on
    QString showText; ///< "Show 14 waiting"; empty when nothing waits

    bool operator==(const OfflineNotice &) const = default;
};

/// What waits for the platform and why, for any toolkit. Every method returns at once; what takes longer ends in a
/// signal. Lives on one thread; the desk and the clock outlive it.
class SyncPanelPresenter final : public QObject
{
    Q_OBJECT

public:
    /// More rows are counted, not listed.
    static constexpr int maxRows = 500;

    SyncPanelPresenter(ShopDesk &desk, Clock &clock, const QLocale &locale, QObject *parent = nullptr);
    ~SyncPanelPresenter() override;

    /// A screen of it is in front: reads the queue and follows it until leave().
    void arrive();
    void leave();

    /// Ids: sync.retry, sync.export, sync.allow_deletion, sync.readmit.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] const SyncStatus &status() const { return m_status; }
    /// What needs attention first, by what to do about it, then what waits, each group under its title.
    [[nodiscard]] const QList<QueueRow> &rows() const { return m_rows; }
    /// Whether the queue was read at least once.
    [[nodiscard]] bool isRead() const { return m_read; }
    /// "and 320 more"; empty when all are listed.
    [[nodiscard]] QString moreText() const { return m_moreText; }
    /// Why the queue cannot be shown.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// How the last try or export went; nothing when there is nothing to say.
    [[nodiscard]] const std::optional<TillMessage> &message() const { return m_message; }

    /// Sends and fetches now, whatever the waiting time says. While it runs, another call does nothing.
    void retry();
    /// Whether many records are about to go and a person is asked first (sync.md rule 28); status() says which.
    [[nodiscard]] bool asksAboutDeletion() const { return m_desk.state().deletion.has_value(); }
    /// Lets them go.
    void allowDeletion();
    /// The platform shut this device out: a manager's code lets it in again (ADR 027).
    [[nodiscard]] bool isShutOut() const { return crema::isShutOut(m_desk.state()); }
    /// With the code as it was typed; message() says how it went. While one is tried, another call does nothing.
    void readmit(const QString &code);
    /// Asks to decide about this row, or to show what it is about; a row without either does nothing.
    void open(int row);
    /// "crema-queue-2026-11-20.json"
    [[nodiscard]] QString exportName() const;
    /// Writes the whole queue to the file a person chose.
    void exportTo(const QString &path);

    [[nodiscard]] const std::optional<OfflineNotice> &offlineNotice() const { return m_notice; }
    void closeOfflineNotice();

Q_SIGNALS:
    void statusChanged();
    void rowsChanged();
    void messageChanged();
    void offlineNoticeChanged();
    /// This card is to be opened, see AttentionPresenter.
    void cardWanted(const QString &card);
    /// "crema://orders/MAIN-2-000123" is to be shown.
    void openWanted(const QString &address);
    /// The person wants to type the code for readmit().
    void codeWanted();
    /// The person wants to choose a file for exportTo().
    void exportWanted();

private:
    using Self = QPointer<SyncPanelPresenter>;

    void declareActions();
    void followDesk();
    void followLink();
    void refreshStatus();
    void readQueue();
    void showQueue(const sync::AttentionList &attention, const QList<sync::QueueEntry> &entries);
    void addGroup(const QString &id, const QString &title, const QString &icon, RecordState state,
                  const QList<QueueRow> &rows);
    [[nodiscard]] QueueRow rowOf(const sync::QueueEntry &entry, const TimeWords &times) const;
    [[nodiscard]] QueueRow rowOf(const sync::AttentionItem &item, const TimeWords &times) const;
    [[nodiscard]] QueueRow rowOf(const sync::WaitingItem &item, const TimeWords &times) const;
    void say(Tone tone, const QString &text, const QString &hint = {});
    void tick();
    [[nodiscard]] TimeWords times() const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> tryNow(Self self, std::stop_token stop);
    static QCoro::Task<> agree(Self self, std::stop_token stop);
    static QCoro::Task<> comeIn(Self self, std::stop_token stop, QString code);
    static QCoro::Task<> write(Self self, std::stop_token stop, QString path);

    ShopDesk &m_desk;
    Clock &m_clock;
    QLocale m_locale;
    ActionList m_actions;
    std::stop_source m_stop;
    bool m_inFront = false;
    bool m_reading = false;
    bool m_again = false;
    bool m_busy = false;
    bool m_read = false;
    SyncStatus m_status;
    QList<QueueRow> m_rows;
    QString m_moreText;
    std::optional<Problem> m_problem;
    std::optional<TillMessage> m_message;
    std::int64_t m_messageNumber = 0;
    bool m_wasOffline = false;
    bool m_noticeClosed = false;
    std::optional<OfflineNotice> m_notice;
    std::unique_ptr<Timer> m_tickTimer;
};

} // namespace crema
