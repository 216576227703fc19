// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/action.h"
#include "ui/presenters/catalog/catalog_editing.h"
#include "ui/presenters/catalog/catalog_reading.h"
#include "ui/presenters/catalog/catalog_table_model.h"
#include "ui/presenters/catalog/product_detail.h"
#include "ui/presenters/settings/preferences.h"

#include <QLocale>

#include <memory>

namespace crema {

/// What stands in the place of the catalog's list.
enum class CatalogFace {
    Blank,    ///< being read, not for long yet
    Skeleton, ///< being read for 300 ms or more
    Rows,
    EmptyFirstUse, ///< the catalog has no product
    EmptyFiltered, ///< no product meets the filter
    Error,         ///< nothing could be read; problem() says why
};

/// One condition of the filter, as a chip with a way to take it off, or as one that can be added.
struct FilterChip {
    QString id;   ///< "category:Beans", "no:price"
    QString text; ///< "Category is Beans"

    friend bool operator==(const FilterChip &, const FilterChip &) = default;
};

/// The catalog as a list with a product beside it, for any toolkit (ux.md 2.10, 2.11). Methods return at once; what
/// takes longer ends in a signal. Everything given outlives it.
class CatalogPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t filterDelayMs = 80;
    static constexpr std::int64_t skeletonAfterMs = 300;
    static constexpr std::int64_t sayAfterMs = 1000;
    static constexpr std::int64_t tintMs = 600;
    /// Changes of the store are gathered for so long before the list is read again.
    static constexpr std::int64_t refreshDelayMs = 400;

    CatalogPresenter(ShopDesk &desk, Clock &clock, Notices &notices, Preferences &preferences, const QLocale &locale,
                     QObject *parent = nullptr);
    ~CatalogPresenter() override;

    /// The list is in front: reads it the first time, and again when something changed meanwhile.
    void arrive();
    /// Nobody looks: changes of the store only mark the list as old.
    void leave() { m_inFront = false; }

    /// Ids: catalog.filter, catalog.clear, catalog.edit, catalog.copy, catalog.refresh, catalog.back.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    [[nodiscard]] CatalogTableModel &table() { return m_table; }
    [[nodiscard]] CatalogFace face() const { return m_face; }
    /// What is being read, once it takes long; else empty.
    [[nodiscard]] const QString &progressText() const { return m_progressText; }
    /// Why the list could not be read, or an edit not be made. Rows that were there stay.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    void clearProblem();
    void retry();
    /// The person who is here does not see the catalog.
    [[nodiscard]] bool isDenied() const;

    // Filter and order

    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    /// Rows follow filterDelayMs after the last change.
    void setFilterText(const QString &text);
    [[nodiscard]] const CatalogFilter &filter() const { return m_filter; }
    [[nodiscard]] QList<FilterChip> chips() const;
    /// Conditions that are not among the chips yet.
    [[nodiscard]] QList<FilterChip> furtherChips() const;
    void addChip(const QString &id);
    void removeChip(const QString &id);
    void clearFilter();
    [[nodiscard]] const QList<SortKey> &sortKeys() const { return m_sortKeys; }
    void setSortKeys(const QList<SortKey> &keys);

    /// Columns as a face left them, in a text that only it reads; empty at first.
    [[nodiscard]] QString columnLayout() const;
    void keepColumnLayout(const QString &text);

    // What stands below the list

    /// "63 variants", "First 100 variants", "3 of 63 selected".
    [[nodiscard]] QString countText(qsizetype selected) const;
    /// Sums of these rows; of all when there are none and all are read.
    [[nodiscard]] QList<AmountRow> sums(const QList<int> &rows) const;
    /// "As of 10:42" while the platform cannot be reached; else empty.
    [[nodiscard]] QString asOfText() const;
    /// What is typed at a command line to fill an empty catalog.
    [[nodiscard]] static QString importCommand() { return QStringLiteral("crema product import FILE.csv"); }
    /// "No products match 2 filters"
    [[nodiscard]] QString emptyText() const;

    // Cells

    /// While a cell is being edited the list is not read again: nobody loses what they type.
    void setEditing(bool editing);
    void submitCell(int row, int column, const QString &text);
    void explainCell(int column) { m_editing.explain(m_table.columnAt(column)); }
    /// Opens the product that a refused barcode belongs to.
    void openLinked();

    // One product

    [[nodiscard]] ProductDetail &detail() { return m_detail; }
    void openRow(int row);
    void closeDetail();
    /// Opens the product with this code; says so when there is none.
    void takeScan(const QString &code);
    /// The id of the product that is shown; empty for the list.
    [[nodiscard]] QString place() const { return m_detail.place(); }
    /// An unknown place shows the list and says so.
    void showPlace(const QString &place);

Q_SIGNALS:
    void faceChanged();
    void filterChanged();
    void sortChanged();
    void problemChanged();
    /// Counts, sums, age.
    void footerChanged();
    void cellSaved();
    void cellRefused(const QString &sentence, const QString &link);
    /// The person went to another product, or back to the list.
    void placeChanged();
    void filterWanted();
    void editWanted();
    void copyWanted();

private:
    using Self = QPointer<CatalogPresenter>;

    void declareActions();
    void updateActions();
    void followDesk();
    void deny(const Problem &problem);
    void beginReading();
    void showRows(const QList<CatalogRow> &rows);
    void readingAdvanced();
    void readingFailed(const Problem &problem);
    void setFace(CatalogFace face);
    void say(const Problem &problem);
    void applyFilterText();
    void setFilter(const CatalogFilter &filter);
    void refreshSoon();
    void showSaved(const QList<CatalogRow> &product, VariantId variant, CatalogColumn column);
    void open(ProductId product);
    [[nodiscard]] QList<CatalogOrder::Key> order() const;

    static QCoro::Task<> readCategories(Self self, std::stop_token stop);
    static QCoro::Task<> readCount(Self self, std::stop_token stop);
    static QCoro::Task<> readStates(Self self, std::stop_token stop);
    static QCoro::Task<> openCode(Self self, std::stop_token stop, QString code);

    ShopDesk &m_desk;
    Clock &m_clock;
    Preferences &m_preferences;
    CatalogTexts m_texts;
    CatalogTableModel m_table;
    CatalogReading m_reading;
    CatalogEditing m_editing;
    ProductDetail m_detail;
    ActionList m_actions;
    std::stop_source m_stop;

    bool m_begun = false;
    bool m_inFront = false;
    bool m_stale = false;
    bool m_denied = false; ///< that is what is shown
    bool m_cellOpen = false;
    CatalogFace m_face = CatalogFace::Blank;
    QString m_progressText;
    std::optional<Problem> m_problem;
    std::unique_ptr<Timer> m_skeletonTimer;
    std::unique_ptr<Timer> m_sayTimer;
    std::unique_ptr<Timer> m_filterTimer;
    std::unique_ptr<Timer> m_refreshTimer;
    std::unique_ptr<Timer> m_tintTimer;

    QString m_filterText;
    CatalogFilter m_filter;
    QList<SortKey> m_sortKeys;
    QList<Category> m_categories;
    std::int64_t m_productCount = 0;
    sync::QueueCounts m_queue;
};

} // namespace crema
